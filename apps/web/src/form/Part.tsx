/** One part of a form that can be adjusted: what it says now in a line, and open where something in it is wrong. */
import { ChevronDown, CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';

interface PartProps {
  readonly title: string;
  readonly summary: string;
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

export function Part({ title, summary, isWrong, children }: PartProps) {
  const { t } = useTranslation('form');
  const [opened, setOpened] = useState(false);
  const isOpen = opened || isWrong;
  return (
    <details className="form-part" open={isOpen} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <span>
          <span className="form-part-title">{title}</span>
          {isWrong ? (
            <span className="form-part-wrong">
              <Icon of={CircleAlert} />
              {t('part.wrong')}
            </span>
          ) : (
            <span className="muted small form-part-now">{summary}</span>
          )}
        </span>
        <Icon of={ChevronDown} />
      </summary>
      <div className="stack form-part-fields">{children}</div>
    </details>
  );
}

/** What is wrong at a field; undefined where nothing is. */
export type ErrorOf = (field: string) => string | undefined;
