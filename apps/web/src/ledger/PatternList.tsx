/** Ready-made views: where to ask first. A number accuses nobody, and says so. */
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { ReviewPattern } from '#domain/ledger/review-pattern.js';
import type { LedgerOverviewQuery } from '../graphql/generated/ledger/graphql.js';

interface PatternListProps {
  readonly patterns: LedgerOverviewQuery['ledgerPatterns'];
  readonly chosen: ReviewPattern | null;
  readonly onChoose: (pattern: ReviewPattern | null) => void;
}

export function PatternList({ patterns, chosen, onChoose }: PatternListProps) {
  const { t } = useTranslation('ledger');
  return (
    <ul className="patterns" aria-label={t('patterns.title')}>
      {patterns.map(({ pattern, entries, staff, unreviewed }) => {
        const id = pattern as ReviewPattern;
        return (
          <li key={id}>
            <ToggleButton
              className="pattern"
              isSelected={chosen === id}
              onChange={(selected) => onChoose(selected ? id : null)}
            >
              <span className="pattern-title">{t(`pattern.${id}.title`)}</span>
              <span className="pattern-count">
                {t('patterns.entries', { count: entries })}
                {entries > 0 && staff > 0 && <> · {t('patterns.staff', { count: staff })}</>}
                {entries > 0 && (
                  <> · {unreviewed > 0 ? t('patterns.unreviewed', { count: unreviewed }) : t('patterns.allReviewed')}</>
                )}
              </span>
              <span className="pattern-words">{t(`pattern.${id}.words`)}</span>
            </ToggleButton>
          </li>
        );
      })}
    </ul>
  );
}
