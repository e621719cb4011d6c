import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Conflict } from '../elements/Conflict.js';
import { Section } from '../elements/Page.js';
import { EmptyState, Failing, Late, OfflineBanner, Revoked, Stale, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { inMinutes, MINE, THEIRS } from './samples.js';

const none = { fields: [], facts: {} } as const;

/** What goes otherwise than hoped: empty, loading, stale, offline, conflict, late, refused, revoked. */
export function StateSection() {
  const { t } = useTranslation('gallery');
  const [settled, setSettled] = useState<string>();
  const again = () => void toast(t('state.again'));
  return (
    <Section title={t('state.title')}>
      <OfflineBanner since={inMinutes(-4)} />
      <div className="columns">
        <EmptyState icon={Inbox} title={t('work.emptyTitle')} action={<Button>{t('state.write')}</Button>}>
          {t('work.emptyWords')}
        </EmptyState>
        <div className="panel">
          <Waiting now />
        </div>
        <Failing refusal={{ code: 'NETWORK', sentence: '', ...none }} onRetry={again} />
        <Failing refusal={{ code: 'NOT_ALLOWED', sentence: '', ...none }} />
        <Failing refusal={{ code: 'LEDGER_DOWN', sentence: '', ...none }} onRetry={again} />
        <div className="stack">
          <Revoked at={inMinutes(-1)} />
          <Stale at={inMinutes(-6)} onRefresh={again} />
          <Late due={inMinutes(-35)} action={<Button>{t('time.answerNow')}</Button>}>
            {t('state.late')}
          </Late>
        </div>
      </div>
      {settled === undefined ? (
        <Conflict
          mine={{ text: MINE, writer: 'Karin Lindgren', at: inMinutes(-1) }}
          theirs={{ text: THEIRS, writer: 'Samira Ahmadi', at: inMinutes(-2) }}
          onSettle={setSettled}
        />
      ) : (
        <p className="panel">{settled}</p>
      )}
    </Section>
  );
}
