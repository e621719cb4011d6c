/** "En annan kommun vill lämna över": who offers, never whom it is about; that is read in the offer itself. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { IncomingRelocationsDocument } from '../graphql/generated/relocation/graphql.js';
import { useViewer } from '../shell/viewer.js';

const TAKES_OVER = ['coordinator', 'manager'];

export function IncomingRelocations() {
  const { t } = useTranslation('relocation');
  const role = useViewer()?.acting.role;
  const [{ data }] = useQuery({
    query: IncomingRelocationsDocument,
    pause: role === undefined || !TAKES_OVER.includes(role),
  });
  const waiting = (data?.incomingRelocations ?? []).filter((one) => one.answer === null && one.withdrawnAt === null);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('now.title')}>
      {waiting.map((one) => (
        <div key={one.id} className="panel row">
          <p>
            {t('now.offered', { house: one.fromName, town: one.fromTown })} <Time at={one.offeredAt} as="short" />
          </p>
          <ButtonLink kind="primary" to={`/overlamningar/${one.id}`}>
            {t('now.open')}
          </ButtonLink>
        </div>
      ))}
    </Section>
  );
}
