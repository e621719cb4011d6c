/** Everything that has happened to a consent, as sentences; nothing is ever rewritten. (ISO/IEC TS 27560: events) */
import { useTranslation } from 'react-i18next';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';

export function ConsentHistory({ consent }: { readonly consent: ConsentWholeFragment }) {
  const { t, i18n } = useTranslation('consent');
  return (
    <Section title={t('history.title')}>
      <ol className="consent-history">
        {consent.events.map((event) => {
          const known = i18n.exists(`consent:history.${event.kind}`);
          const method = event.method ? t(`signers.method.${event.method}` as never) : '';
          return (
            <li key={event.seq}>
              <p>
                {known
                  ? t(`history.${event.kind}` as never, {
                      person: event.personName ?? t('history.someone'),
                      staff: event.byStaffName ?? t('history.platform'),
                      method,
                    })
                  : event.kind}
                {event.kind === 'signed' &&
                  (event.missing ?? 0) > 0 &&
                  ` ${t('history.missing', { count: event.missing ?? 0 })}`}
              </p>
              <p className="small muted">
                <Time at={event.at} as="moment" />
                {event.byStaffName && ` · ${event.byStaffName}`}
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
