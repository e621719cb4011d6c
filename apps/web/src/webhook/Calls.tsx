/** The latest calls of a house's own system: that each arrived or why it did not, and never about what. */
import { CircleAlert, CircleCheck, Clock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { Webhook } from './WebhookPage.js';

type Call = Webhook['calls'][number];

const ICONS: Readonly<Record<string, LucideIcon>> = { sent: CircleCheck, 'given-up': CircleAlert };

export function Calls({ calls, children }: { readonly calls: readonly Call[]; readonly children: ReactNode }) {
  const { t } = useTranslation('webhook');
  const [last] = calls;
  return (
    <Section title={t('calls.title')}>
      {children}
      {last?.fault && (
        <div className="note" role="note">
          <Icon of={CircleAlert} />
          <p>{t(`fault.${last.fault}` as never)}</p>
        </div>
      )}
      {calls.length === 0 ? (
        <p className="muted">{t('calls.none')}</p>
      ) : (
        <ul className="webhook-calls" role="list">
          {calls.map((call) => (
            <CallLine key={call.id} call={call} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CallLine({ call: { event, state, tries, madeAt, nextTryAt, fault } }: { readonly call: Call }) {
  const { t } = useTranslation('webhook');
  return (
    <li data-state={state}>
      <Icon of={ICONS[state] ?? Clock} />
      <span>
        {t(`event.${event}` as never)} <span className="muted small">{t(`calls.state.${state}` as never)}</span>
        {fault && state !== 'sent' && (
          <span className="muted small">
            {' · '}
            {t('calls.tries', { count: tries })}
            {nextTryAt && (
              <>
                {' · '}
                {t('calls.next')} <Time at={nextTryAt} as="short" />
              </>
            )}
          </span>
        )}
      </span>
      <Time at={madeAt} as="short" />
    </li>
  );
}
