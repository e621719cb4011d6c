/** Before anything is told: for each house what it will get and on which ground, what it will not and why, and what would open it. */
import { Ban, Check, Eye, Hourglass, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { ShareItemsDocument, UndoSharesDocument } from '../graphql/generated/share/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useLanguage } from '../texts/start-texts.js';
import { dropShare } from './answer-draft.js';
import { AssessDialog } from './AssessDialog.js';
import { ShowAs } from './ShowAs.js';
import {
  DRAFT,
  isReady,
  shareInput,
  withoutReceiver,
  type Choice,
  type House,
  type Pair,
  type Sharing,
} from './share-choice.js';
import { useTitle } from './use-title.js';
import { reasonOf } from './words.js';

export interface PreviewPanelProps {
  readonly sharing: Sharing;
  readonly choice: Choice;
  readonly pairs: readonly Pair[];
  readonly refusal: Refusal | undefined;
  readonly onChange: (part: Partial<Choice>) => void;
  readonly onShared: () => void;
  readonly onAssessed: () => void;
}

export function PreviewPanel(props: PreviewPanelProps) {
  const { t } = useTranslation('share');
  const { sharing, choice, pairs, refusal } = props;
  const houses = sharing.houses.filter(({ branchId }) => choice.houses.includes(branchId));
  return (
    <div className="share-preview">
      <Section title={t('preview.title')}>
        {!isReady(choice) && <p className="muted">{t('preview.choose')}</p>}
        {refusal && <p className="error">{refusal.sentence}</p>}
        <div className="stack" aria-live="polite">
          {isReady(choice) &&
            houses.map((house) => (
              <HousePreview
                key={house.branchId}
                {...props}
                house={house}
                own={pairs.filter(({ toBranchId }) => toBranchId === house.branchId)}
              />
            ))}
        </div>
        {isReady(choice) && <Send {...props} />}
      </Section>
    </div>
  );
}

interface HousePreviewProps extends PreviewPanelProps {
  readonly house: House;
  readonly own: readonly Pair[];
}

function HousePreview(props: HousePreviewProps) {
  const { t } = useTranslation('share');
  const { house, own, sharing, choice } = props;
  const told = own.filter(({ outcome }) => outcome === 'release');
  return (
    <section className="panel stack" aria-label={house.name} data-house={house.written}>
      <div className="row">
        <AgencyBadge kind={house.kind as PartyKind} name={house.name} />
        <span className="muted small">{t('preview.gets', { told: told.length, of: own.length })}</span>
      </div>
      <ul className="share-pairs">
        {own.map((pair) => (
          <li key={pair.thing} data-outcome={pair.outcome}>
            <PairLine pair={pair} sharing={sharing} choice={choice} />
          </li>
        ))}
      </ul>
      <Openings {...props} />
      {told.length > 0 && (
        <Dialog
          title={t('showAs.title', { name: house.name })}
          place="side"
          trigger={<Button icon={Eye}>{t('showAs.open', { name: house.name })}</Button>}
        >
          <ShowAs sharing={sharing} choice={choice} told={told} house={house} />
        </Dialog>
      )}
    </section>
  );
}

const ICONS = { release: Check, refuse: Ban, refer: Hourglass } as const;

function PairLine({ pair, sharing, choice }: { pair: Pair; sharing: Sharing; choice: Choice }) {
  const { t } = useTranslation('share');
  const language = useLanguage();
  const reason = reasonOf(pair, language);
  const title = useTitle(sharing);
  return (
    <>
      <Icon of={ICONS[pair.outcome as keyof typeof ICONS]} />
      <div>
        <p>
          <strong>{title(pair)}</strong>{' '}
          {pair.outcome === 'release' ? (
            <GroundTag ground={pair.ground} until={pair.until ?? undefined} givenBy={sharing.from.name} />
          ) : (
            <span className="share-no">{t(`outcome.${pair.outcome}` as never)}</span>
          )}
        </p>
        <p className="small muted">
          {reason.sentence}
          {pair.until && (
            <>
              {' '}
              {t('preview.until')} <Time at={pair.until} as="day" />.
            </>
          )}
          {pair.thing === DRAFT && choice.draft?.text.trim() === '' && ` ${t('preview.nothingWritten')}`}
        </p>
      </div>
    </>
  );
}

/** Once for each house: what would open what is shut there, in the order of the rule. */
function Openings(props: HousePreviewProps) {
  const { t } = useTranslation('share');
  const navigate = useNavigate();
  const { own, house, sharing, onChange } = props;
  const shut = own.filter(({ outcome }) => outcome !== 'release');
  const openings = shut.flatMap(({ openings: these }) => these);
  const kinds = new Set(openings.map(({ kind }) => kind));
  const duty = openings.find(({ kind }) => kind === 'duty');
  const asked = shut.filter(({ candidates }) => candidates.length > 0);
  if (openings.length === 0 && asked.length === 0) return null;
  return (
    <div className="share-openings stack gap-2">
      <p className="small">
        <strong>{t('openings.title')}</strong>
      </p>
      {duty?.purpose && (
        <Button size="small" onPress={() => onChange({ purpose: duty.purpose! })}>
          {t(`openings.duty.${duty.purpose}` as never)}
        </Button>
      )}
      {asked.length > 0 && (
        <AssessDialog
          sharing={sharing}
          choice={props.choice}
          house={house}
          asked={asked}
          onAssessed={props.onAssessed}
        />
      )}
      {kinds.has('consent') && sharing.number && (
        <Button size="small" onPress={() => void navigate(`/arende/${sharing.caseId}/samtycke`)}>
          {t('openings.consent')}
        </Button>
      )}
      {kinds.has('danger') && (
        <Button size="small" onPress={() => onChange({ purpose: 'immediate-danger' })}>
          {t('openings.danger')}
        </Button>
      )}
    </div>
  );
}

function Send(props: PreviewPanelProps) {
  const { t } = useTranslation('share');
  const { sharing, choice, pairs, onShared } = props;
  const [share, { waiting }] = useAct(ShareItemsDocument);
  const [undo] = useAct(UndoSharesDocument);
  const [refusal, setRefusal] = useState<Refusal>();
  const told = pairs.filter(({ outcome }) => outcome === 'release');
  const missing = withoutReceiver(sharing.houses, choice, pairs);
  const nothingWritten = told.some(({ thing }) => thing === DRAFT) && choice.draft?.text.trim() === '';
  const names = [...new Set(told.map(({ toBranchId }) => toBranchId))]
    .flatMap((id) => sharing.houses.find(({ branchId }) => branchId === id)?.name ?? [])
    .join(', ');
  const send = async () => {
    const outcome = await share({ input: shareInput(sharing.caseId, choice, pairs) });
    setRefusal(outcome.refusal);
    if (!outcome.data) return;
    const ids = outcome.data.shareItems.flatMap(({ shareId }) => shareId ?? []);
    const stayed = outcome.data.shareItems.length - ids.length;
    dropShare(sharing.caseId);
    onShared();
    if (ids.length === 0) {
      toast(t('sent.nothing'));
      return;
    }
    const words =
      stayed > 0 ? t('sent.some', { count: ids.length, stayed }) : t('sent.all', { count: ids.length, names });
    toast(words, async () => {
      const back = await undo({ input: { ids } });
      onShared();
      toast(back.refusal?.sentence ?? t('sent.undone', { count: back.data!.undoShares.taken }));
    });
  };
  return (
    <div className="stack gap-2">
      {missing.map(({ branchId, name }) => (
        <p key={branchId} className="small error">
          {t('preview.noReader', { name })}
        </p>
      ))}
      {refusal && (
        <div role="alert">
          {[refusal.sentence, ...refusal.fields.map(({ sentence }) => sentence)].map((sentence) => (
            <p key={sentence} className="error">
              {sentence}
            </p>
          ))}
        </div>
      )}
      <div>
        <Button
          kind="primary"
          size="large"
          icon={Share2}
          isPending={waiting}
          isDisabled={told.length === 0 || missing.length > 0 || nothingWritten}
          onPress={() => void send()}
        >
          {told.length === 0 ? t('send.nothing') : t('send.do', { count: told.length, names })}
        </Button>
      </div>
      <p className="small muted">{t('send.log')}</p>
    </div>
  );
}
