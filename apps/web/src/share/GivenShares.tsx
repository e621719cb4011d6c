/** What has been told already, to whom, on which ground and until when; undone while nobody has read it, ended otherwise. */
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { EndShareDocument, UndoSharesDocument } from '../graphql/generated/share/graphql.js';
import { useAct } from '../graphql/use-act.js';
import type { Sharing } from './share-choice.js';

type Given = Sharing['given'][number];

export function GivenShares({ sharing, onChanged }: { readonly sharing: Sharing; readonly onChanged: () => void }) {
  const { t } = useTranslation('share');
  const given = sharing.given.filter(({ endedHow }) => endedHow !== 'undone');
  const houses = sharing.houses.filter(({ branchId }) => given.some(({ toBranchId }) => toBranchId === branchId));
  return (
    <Section title={t('given.title')}>
      {houses.length === 0 && <p className="muted">{t('given.none')}</p>}
      <div className="share-given">
        {houses.map((house) => (
          <section key={house.branchId} className="panel stack" aria-label={t('given.to', { name: house.name })}>
            <AgencyBadge kind={house.kind as PartyKind} name={house.name} />
            <ul className="share-given-list">
              {given
                .filter(({ toBranchId }) => toBranchId === house.branchId)
                .map((one) => (
                  <li key={one.id} data-open={one.isInForce || undefined}>
                    <GivenOne given={one} sharing={sharing} onChanged={onChanged} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

function GivenOne({ given, sharing, onChanged }: { given: Given; sharing: Sharing; onChanged: () => void }) {
  const { t } = useTranslation('share');
  const [undo, undoing] = useAct(UndoSharesDocument);
  const [end, ending] = useAct(EndShareDocument);
  const item = sharing.items.find(({ id }) => id === given.itemId);
  const title = sharing.nameItemIds.includes(given.itemId)
    ? t('what.name')
    : item
      ? t(`category.${item.category}` as never)
      : t('given.thing');
  const take = async () => {
    const outcome =
      given.firstReadAt === null ? await undo({ input: { ids: [given.id] } }) : await end({ id: given.id });
    toast(outcome.refusal?.sentence ?? t(given.firstReadAt === null ? 'given.undone' : 'given.ended'));
    onChanged();
  };
  return (
    <>
      <p>
        <strong>{title}</strong>{' '}
        {given.isInForce && <GroundTag ground={given.ground} until={given.until ?? undefined} />}
      </p>
      {item && item.text !== '' && <p className="small share-excerpt">{item.text}</p>}
      <p className="small muted">
        {given.byName} · <Time at={given.madeAt} as="moment" /> ·{' '}
        {given.isInForce ? (
          given.firstReadAt ? (
            <>
              {t('given.readAt')} <Time at={given.firstReadAt} as="moment" />
            </>
          ) : (
            t('given.unread')
          )
        ) : given.endedAt ? (
          <>
            {t('given.endedAt')} <Time at={given.endedAt} as="moment" />
          </>
        ) : (
          t('given.over')
        )}
      </p>
      {given.isInForce && (
        <div>
          <Button
            size="small"
            kind="quiet"
            icon={Undo2}
            isPending={undoing.waiting || ending.waiting}
            onPress={() => void take()}
          >
            {t(given.firstReadAt === null ? 'given.undo' : 'given.end')}
          </Button>
        </div>
      )}
    </>
  );
}
