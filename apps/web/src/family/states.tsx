/** Waiting and failing, calmly: what it is, that nothing is lost, and what to do next. */
import { CloudOff, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ButtonLink } from './controls.js';
import { telephone } from './telephone.js';
import { useTexts, type TextKey } from './texts.js';
import type { Refusal } from './shapes.js';
import { useVisit } from './visit.js';

const PATIENCE = 300;
const SLOW = 8_000;

/** Nothing for a moment, then a word; after a while that it is slow, and a way to try again. */
export function Waiting({ onRetry }: { readonly onRetry?: () => void }) {
  const { t } = useTexts();
  const [since, setSince] = useState<'new' | 'long' | 'slow'>('new');
  useEffect(() => {
    const long = setTimeout(() => setSince('long'), PATIENCE);
    const slow = setTimeout(() => setSince('slow'), SLOW);
    return () => {
      clearTimeout(long);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className="wait" role="status" data-since={since}>
      {since !== 'new' && (
        <>
          <span className="wait-dots" aria-hidden>
            <span />
            <span />
            <span />
          </span>
          <p>{since === 'slow' ? t('wait.slow') : t('wait.title')}</p>
        </>
      )}
      {since === 'slow' && onRetry && <Button onPress={onRetry}>{t('wait.again')}</Button>}
    </div>
  );
}

const WORDS: Readonly<Record<string, TextKey>> = {
  NETWORK: 'failing.network',
  TOO_MANY_REQUESTS: 'failing.busy',
  TOO_MANY_TRIES: 'failing.busy',
  CONFLICT: 'failing.conflict',
  NOT_A_SIGNER: 'failing.notAsked',
  NAME_NOT_NEEDED: 'failing.notAsked',
  ALREADY_SIGNED: 'failing.signed',
  CONSENT_NOT_OPEN: 'failing.closed',
  CONSENT_OVER_ALREADY: 'failing.over',
  NOTHING_LEFT: 'failing.tooLittle',
  PART_UNKNOWN: 'failing.conflict',
  NOTHING_TAKEN_AWAY: 'failing.unchanged',
  INVALID_INPUT: 'failing.invalid',
  NOT_ALLOWED: 'failing.refused',
  NOT_YOUR_PROMISE: 'failing.refused',
  ANSWERED_ALREADY: 'plan.adopt.elsewhere',
  VERSION_REPLACED: 'plan.adopt.elsewhere',
  NOT_FOUND: 'failing.closed',
  CONSENT_NOT_IN_FORCE: 'failing.closed',
  FAMILY_TRIES_TOO_MANY: 'failing.busy',
  FAMILY_NOT_YOURS: 'failing.familyOnly',
  FAMILY_SIGN_IN_REQUIRED: 'failing.doorClosed',
  E_ID_OUR_FAULT: 'failing.unknown',
  FAMILY_OWN_STEP_REQUIRED: 'failing.ownStep',
  E_ID_AWAY: 'failing.away',
  E_ID_ALREADY_IN_PROGRESS: 'failing.inProgress',
};

/** What was asked for stands otherwise by now; the page has read it anew, and begins again on the first page. */
const STALE: readonly string[] = [
  'CONFLICT',
  'NOT_A_SIGNER',
  'NAME_NOT_NEEDED',
  'ALREADY_SIGNED',
  'CONSENT_NOT_OPEN',
  'CONSENT_OVER_ALREADY',
  'CONSENT_NOT_IN_FORCE',
  'PART_UNKNOWN',
  'NOT_FOUND',
];

export const wordsOf = (refusal: Refusal): TextKey => WORDS[refusal.code] ?? 'failing.unknown';

interface FailingProps {
  readonly refusal: Refusal;
  readonly onRetry?: () => void;
  /** The page's own heading says it already. */
  readonly isUnderHeading?: boolean;
}

/** Stands where the act was tried, so that everything else stays on the page. */
export function Failing({ refusal, onRetry, isUnderHeading }: FailingProps) {
  const { t } = useTexts();
  const { town, home, place, settle } = useVisit();
  const isStale = STALE.includes(refusal.code) && home !== null && place.at !== 'home';
  return (
    <div className="failing" role="alert">
      {!isUnderHeading && <p className="failing-title">{t('failing.title')}</p>}
      <p>{t(wordsOf(refusal))}</p>
      <div className="failing-ways">
        {onRetry && <Button onPress={onRetry}>{t('wait.again')}</Button>}
        {isStale && <Button onPress={() => settle({ at: 'home' })}>{t('failing.home')}</Button>}
        {refusal.code !== 'NETWORK' && town.phone !== '' && <CallLink phone={town.phone} />}
      </div>
    </div>
  );
}

export function CallLink({
  phone,
  kind,
}: {
  readonly phone: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
}) {
  const { shown } = useTexts();
  return (
    <ButtonLink kind={kind} icon={Phone} href={telephone(phone)}>
      {shown('failing.call', { phone })}
    </ButtonLink>
  );
}

/** The network is gone: what one has chosen stays, and the page goes on by itself. */
export function OfflineLine() {
  const { t } = useTexts();
  const [isOffline, setOffline] = useState(() => !navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status">
      {isOffline && (
        <p className="offline-line">
          <CloudOff className="icon" aria-hidden />
          <span>
            <strong>{t('offline.title')}</strong> {t('offline.words')}
          </span>
        </p>
      )}
    </div>
  );
}

/** Soon one is signed out; one press and the session goes on. */
export function EndingLine({ isEnding }: { readonly isEnding: boolean }) {
  const { t } = useTexts();
  const { refreshHome } = useVisit();
  return (
    <div role="status">
      {isEnding && (
        <div className="offline-line">
          <span>{t('over.soon')}</span>
          <button type="button" className="button" onClick={() => void refreshHome()}>
            {t('over.stay')}
          </button>
        </div>
      )}
    </div>
  );
}
