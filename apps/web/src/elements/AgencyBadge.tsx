/** Which house speaks: a letter in the house's colour and, unless it is told beside it, the name. */
import { useTranslation } from 'react-i18next';
import { HOUSES, type PartyKind } from './houses.js';
import './AgencyBadge.css';

export interface AgencyBadgeProps {
  readonly kind: PartyKind;
  /** The name of the house or unit; the kind's own name otherwise. */
  readonly name?: string;
  /** The letter alone, with the name for screen readers. */
  readonly letterOnly?: boolean;
  readonly struck?: boolean;
}

export function AgencyBadge({ kind, name, letterOnly, struck }: AgencyBadgeProps) {
  const { t } = useTranslation('elements');
  const { letter, colour } = HOUSES[kind];
  const words = name ?? t(`party.${kind}`);
  return (
    <span className="agency" data-house={colour} data-struck={struck || undefined}>
      <span className="agency-letter" aria-hidden title={letterOnly ? words : undefined}>
        {letter}
      </span>
      <span className={letterOnly ? 'vh' : 'agency-name'}>{words}</span>
    </span>
  );
}
