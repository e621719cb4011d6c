/** The young person moves: to which municipality the work is offered, what goes along and why it may, and how it went. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { GroundTag } from '../elements/GroundTag.js';
import { Page, Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  OfferRelocationDocument,
  RelocationOfGroupDocument,
  TakeBackRelocationDocument,
  type ShownRelocationFragment,
  type ShownRelocationOfGroupFragment,
} from '../graphql/generated/relocation/graphql.js';
import { isConflict, refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { About } from '../group/About.js';

/** As the api has them. */
const ASSESSORS = ['investigator', 'manager'];
const TAKES_BACK = [...ASSESSORS, 'coordinator'];

export default function OfferPage() {
  const { t } = useTranslation('relocation');
  const { id = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({
    query: RelocationOfGroupDocument,
    variables: { groupId: id },
    requestPolicy: 'cache-and-network',
  });
  const page = data?.relocationOfGroup;
  const role = data?.me?.acting?.role ?? '';
  return (
    <Page
      title={t('offer.title')}
      lead={t('offer.lead')}
      above={<Link to={`/grupper/${id}`}>{t('offer.back')}</Link>}
      heading={page && <About about={{ ...page.about, board: false }} />}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={8} />}
      {page && (
        <Body
          page={page}
          mayDecide={ASSESSORS.includes(role)}
          mayTakeBack={TAKES_BACK.includes(role)}
          again={() => again({ requestPolicy: 'network-only' })}
        />
      )}
    </Page>
  );
}

interface BodyProps {
  readonly page: ShownRelocationOfGroupFragment;
  readonly mayDecide: boolean;
  readonly mayTakeBack: boolean;
  readonly again: () => void;
}

function Body({ page, mayDecide, mayTakeBack, again }: BodyProps) {
  const { t } = useTranslation('relocation');
  const standing = page.offers.find((one) => one.answer !== 'declined' && one.withdrawnAt === null);
  const mayBe = !standing && page.standing === 'moved';
  return (
    <div className="stack gap-8">
      {page.offers.length > 0 && (
        <Section title={t('offer.offers')}>
          {page.offers.map((one) => (
            <Offered key={one.id} one={one} mayTakeBack={mayTakeBack} again={again} />
          ))}
        </Section>
      )}
      {!standing && page.standing !== 'moved' && <p className="note">{t('offer.notMoved')}</p>}
      {mayBe && page.hindrance && (
        <div className="note">
          <div className="stack gap-2">
            <p>{t(`offer.hindrance.${page.hindrance}` as never)}</p>
            {page.hindrance === 'adult' && <Link to={`/grupper/${page.groupId}/plan`}>{t('offer.toPlan')}</Link>}
          </div>
        </div>
      )}
      {mayBe && !page.hindrance && !mayDecide && <p className="note">{t('offer.decider')}</p>}
      {mayBe && !page.hindrance && mayDecide && <Offering page={page} again={again} />}
    </div>
  );
}

function Offered({
  one,
  mayTakeBack,
  again,
}: {
  readonly one: ShownRelocationFragment;
  readonly mayTakeBack: boolean;
  readonly again: () => void;
}) {
  const { t } = useTranslation('relocation');
  const [takeBack, { waiting }] = useAct(TakeBackRelocationDocument);
  const open = one.answer === null && one.withdrawnAt === null;
  const stop = async () => {
    const { refusal } = await takeBack({ input: { id: one.id, version: one.version } });
    if (refusal) toast(refusal.sentence);
    if (!refusal || isConflict(refusal)) again();
  };
  return (
    <article className="panel stack gap-2">
      <p>
        <strong>
          {one.toName}, {one.toTown}
        </strong>
      </p>
      <p>{t(`state.${one.withdrawnAt ? 'withdrawn' : (one.answer ?? 'waits')}` as never)}</p>
      {one.reason && <p>{t(`reason.${one.reason}` as never)}</p>}
      <p className="muted small">
        {one.byName} · <Time at={one.offeredAt} as="moment" /> · {t('offer.things', { count: one.things })}
      </p>
      <GroundTag ground={one.ground} />
      {open && mayTakeBack && (
        <div>
          <Button isPending={waiting} onPress={() => void stop()}>
            {t('offer.takeBack')}
          </Button>
        </div>
      )}
    </article>
  );
}

interface Offer {
  readonly toBranchId: string;
  readonly itemIds: readonly string[];
  readonly neededForCare: boolean;
  readonly reasons: string;
}

const NOTHING: Offer = { toBranchId: '', itemIds: [], neededForCare: false, reasons: '' };

function Offering({ page, again }: Pick<BodyProps, 'page' | 'again'>) {
  const { t } = useTranslation('relocation');
  const [offer, { waiting }] = useAct(OfferRelocationDocument);
  const only = page.targets.length === 1 ? (page.targets[0]?.branchId ?? '') : '';
  const draft = useDraft<Offer>(`relocation:${page.groupId}`, { ...NOTHING, toBranchId: only });
  const { toBranchId, neededForCare, reasons } = draft.value;
  // What may go along can have changed since it was chosen.
  const itemIds = draft.value.itemIds.filter((id) => page.things.some(({ itemId }) => itemId === id));
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await offer({
      input: {
        groupId: page.groupId,
        version: page.version,
        toBranchId,
        itemIds: [...itemIds],
        neededForCare,
        reasons,
      },
    });
    if (isConflict(outcome.refusal)) again();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('offer.sent'));
    again();
  };
  if (page.targets.length === 0) return <p className="note">{t('offer.nowhere')}</p>;
  return (
    <div className="stack gap-6">
      <Choices
        label={t('offer.to')}
        value={toBranchId}
        onChange={(next) => draft.set({ toBranchId: next })}
        error={errorOf('toBranchId')}
        choices={page.targets.map((one) => ({ id: one.branchId, label: one.municipality, help: one.name }))}
      />
      <Section title={t('offer.what')}>
        <p className="muted">{t('offer.whatHelp')}</p>
        {page.things.map((one) => (
          <Checkbox
            key={one.itemId}
            label={t(`share:category.${one.category}` as never)}
            help={one.text}
            value={itemIds.includes(one.itemId)}
            onChange={(on) =>
              draft.set({ itemIds: on ? [...itemIds, one.itemId] : itemIds.filter((id) => id !== one.itemId) })
            }
          />
        ))}
        {page.staying > 0 && <p className="note">{t('offer.staying', { count: page.staying })}</p>}
        {errorOf('itemIds') && (
          <p className="late" role="alert">
            {errorOf('itemIds')}
          </p>
        )}
      </Section>
      <Section title={t('offer.why')}>
        <Checkbox
          label={t('offer.needed')}
          help={t('offer.neededHelp')}
          value={neededForCare}
          onChange={(next) => draft.set({ neededForCare: next })}
          error={errorOf('neededForCare')}
        />
        <TextArea
          label={t('offer.reasons')}
          help={t('offer.reasonsHelp')}
          rows={4}
          value={reasons}
          onChange={(next) => draft.set({ reasons: next })}
          error={errorOf('reasons')}
        />
      </Section>
      <Refused refusal={refusal} fields={['toBranchId', 'itemIds', 'neededForCare', 'reasons']} />
      <div className="stack gap-2">
        <Button kind="primary" size="large" wide isPending={waiting} onPress={() => void send()}>
          {t('offer.send', { count: itemIds.length + 1 })}
        </Button>
        <p className="muted small">{t('offer.after')}</p>
      </div>
    </div>
  );
}
