/** Says at the top what is left to mend and leads to each field; it takes the focus after every refused attempt. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface Fault {
  readonly name: string;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly faults: readonly Fault[];
  /** A refusal of the whole, not of a field. */
  readonly whole?: string;
  readonly attempt: number;
  readonly onGo: (name: string) => void;
}

/** A schema says `report:contentMissing`; the server says a sentence. */
export function useErrorWords(): (message: string | undefined) => string | undefined {
  const { t, i18n } = useTranslation();
  return (message) => (message !== undefined && i18n.exists(message) ? t(message as never) : message);
}

export function ErrorSummary({ faults, whole, attempt, onGo }: ErrorSummaryProps) {
  const { t } = useTranslation('elements');
  const words = useErrorWords();
  const place = useRef<HTMLDivElement>(null);
  const met = useRef(0);
  // The attempt may be known a draw before the faults are, so every draw looks whether there is now something to show.
  useEffect(() => {
    if (met.current === attempt || !place.current) return;
    met.current = attempt;
    place.current.focus();
  });
  if (faults.length === 0 && !whole) return null;
  return (
    <div className="error-summary" ref={place} tabIndex={-1} role="alert">
      <p className="error-summary-title">{whole ? words(whole) : t('form.faults', { count: faults.length })}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault.name}>
              <button type="button" onClick={() => onGo(fault.name)}>
                {words(fault.message)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="error-summary-calm">{t('form.nothingLost')}</p>
    </div>
  );
}
