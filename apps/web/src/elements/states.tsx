/**
 * Empty, waiting and failing are designed: what it means, what to do next, who can help. What is revoked leaves; a calm
 * sentence stays with the time and takes the focus that was inside, and nothing tells what others still see.
 */
import { CloudOff, Hourglass, Lock, RotateCw, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRetry, type Refusal } from '../graphql/refusal.js';
import { Button } from './Button.js';
import { Icon } from './Icon.js';
import { Time } from './Time.js';
import './states.css';

export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="state">
      <span className="state-icon">
        <Icon of={icon} />
      </span>
      <p className="state-title">{title}</p>
      {children && <div className="state-words">{children}</div>}
      {action}
    </div>
  );
}

const PATIENCE = 300;

/** Nothing for 300 ms, then a skeleton: a flash of grey is worse than a short wait. */
export function Waiting({ lines = 4, what, now }: { lines?: number; what?: string; now?: boolean }) {
  const { t } = useTranslation('elements');
  const [long, setLong] = useState(now ?? false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status" data-long={long || undefined}>
      {long && <span className="vh">{what ?? t('waiting')}</span>}
      {long && Array.from({ length: lines }, (_, line) => <span key={line} className="waiting-line" aria-hidden />)}
    </div>
  );
}

/** What went wrong, that nothing is lost, and what to do now; the code is for whoever helps. */
export function Failing({
  refusal,
  onRetry,
  help,
  own,
}: {
  refusal: Refusal;
  onRetry?: () => void;
  help?: ReactNode;
  /** The reader's own words, where what they are about cannot be had any more. */
  own?: ReactNode;
}) {
  const { t } = useTranslation('elements');
  const refused = refusal.code === 'NOT_ALLOWED' || refusal.code === 'REFUSED';
  const kind = mayRetry(refusal) ? 'network' : refused ? 'refused' : 'other';
  const icon = { network: CloudOff, refused: Lock, other: RotateCw }[kind];
  return (
    <div className="state" role="alert">
      <span className="state-icon">
        <Icon of={icon} />
      </span>
      <p className="state-title">{t(`failing.${kind}.title`)}</p>
      <div className="state-words">
        <p>{refusal.sentence || t(`failing.${kind}.words`)}</p>
        {help}
      </div>
      {onRetry && kind !== 'refused' && (
        <Button icon={RotateCw} onPress={onRetry}>
          {t('failing.retry')}
        </Button>
      )}
      {kind === 'other' && <p className="state-code">{t('failing.code', { code: refusal.code })}</p>}
      {kind !== 'network' && own}
    </div>
  );
}

/** Stands where content was when its ground ended; pass `hadFocus` when the focus was inside what left. */
export function Revoked({ at, hadFocus, children }: { at: string; hadFocus?: boolean; children?: ReactNode }) {
  const { t } = useTranslation('elements');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hadFocus) place.current?.focus();
  }, [hadFocus]);
  return (
    <div className="note revoked" ref={place} tabIndex={-1} role="status">
      <Icon of={Lock} />
      <div>
        <p className="note-title">
          {t('revoked.title')} <Time at={at} as="short" />
        </p>
        <p>{children ?? t('revoked.words')}</p>
      </div>
    </div>
  );
}

/** What is shown may have changed since: says when it was true and lets one fetch it anew. */
export function Stale({ at, onRefresh }: { at: string; onRefresh?: () => void }) {
  const { t } = useTranslation('elements');
  return (
    <div className="note" role="status">
      <Icon of={Hourglass} />
      <p>
        {t('stale')} <Time at={at} as="short" />.
      </p>
      {onRefresh && (
        <Button size="small" icon={RotateCw} onPress={onRefresh}>
          {t('refresh')}
        </Button>
      )}
    </div>
  );
}

/** Late, calmly: what has passed, who knows, what to do now. */
export function Late({ due, action, children }: { due: string; action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('elements');
  return (
    <div className="note late">
      <Icon of={Hourglass} />
      <div>
        <p className="note-title">
          {t('late.title')} <Time at={due} as="due" />
        </p>
        <div>{children}</div>
      </div>
      {action}
    </div>
  );
}

/** The connection is gone: what one sees stands still, what one writes stays. */
export function OfflineBanner({ since }: { since?: string | number }) {
  const { t } = useTranslation('elements');
  return (
    <div className="offline" role="status">
      <Icon of={CloudOff} />
      <p>
        <strong>{t('offline.title')}</strong>{' '}
        {since !== undefined && (
          <>
            {t('offline.since')} <Time at={since} as="clock" />.{' '}
          </>
        )}
        {t('offline.words')}
      </p>
    </div>
  );
}
