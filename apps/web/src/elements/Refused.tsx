/** Why an act was refused, where no field says it: also a fault at a field that this form does not show, and a lost network. */
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { Icon } from './Icon.js';
import './Refused.css';

interface RefusedProps {
  readonly refusal: Refusal | undefined;
  /** Fields that say their own faults; `criteria` is also `criteria.0`. */
  readonly fields?: readonly string[];
  /** What is said instead where somebody else was first, and the page has read anew what stands now. */
  readonly changed?: string;
}

export function Refused({ refusal, fields = [], changed }: RefusedProps) {
  const { t } = useTranslation('elements');
  if (!refusal) return null;
  const isSaid = (name: string): boolean => fields.some((field) => name === field || name.startsWith(`${field}.`));
  const sentences =
    refusal.fields.length === 0
      ? [(isConflict(refusal) && changed) || refusal.sentence || t('failing.network.form')]
      : refusal.fields.filter(({ field }) => !isSaid(field)).map(({ sentence }) => sentence);
  if (sentences.length === 0) return null;
  return (
    <p className="refused" role="alert">
      <Icon of={CircleAlert} />
      <span>{sentences.join(' ')}</span>
    </p>
  );
}
