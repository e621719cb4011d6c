/**
 * Stands under every field in which one writes: who will get this, and struck through who will not, live as the
 * category changes. The gate must be visible before one speaks, not after. (OSL 26:1, 10:2)
 */
import { Eye } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from './AgencyBadge.js';
import type { PartyKind } from './houses.js';
import { Icon } from './Icon.js';
import './WhoSeesThis.css';

export interface Reader {
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly sees: boolean;
  /** Why, in a word, or why not, in a sentence; left out where the page was not told. */
  readonly why?: { readonly tag: string; readonly sentence: string } | undefined;
}

export function WhoSeesThis({ readers }: { readonly readers: readonly Reader[] }) {
  const { t } = useTranslation('elements');
  const label = useId();
  const seeing = readers.filter((reader) => reader.sees).map((reader) => reader.name);
  // Said once for all for whom it is the same.
  const reasons = new Map<string, string[]>();
  for (const { sees, why, name } of readers)
    if (!sees && why) reasons.set(why.sentence, [...(reasons.get(why.sentence) ?? []), name]);
  return (
    <div className="who-sees">
      <span className="who-sees-label" id={label}>
        <Icon of={Eye} />
        {t('whoSees.label')}
      </span>
      <ul aria-labelledby={label}>
        {readers.map((reader) => (
          <li key={reader.id}>
            <AgencyBadge kind={reader.kind} name={reader.name} struck={!reader.sees} />
            <span className="vh">{t(reader.sees ? 'whoSees.sees' : 'whoSees.seesNot')}</span>
            {reader.sees && reader.why && <span className="who-sees-why">{reader.why.tag}</span>}
          </li>
        ))}
      </ul>
      <span className="vh" aria-live="polite">
        {seeing.length > 0 ? t('whoSees.summary', { names: seeing.join(', ') }) : t('whoSees.nobody')}
      </span>
      {[...reasons].map(([sentence, names]) => (
        <p key={sentence} className="who-sees-not">
          {names.join(', ')}: {sentence}
        </p>
      ))}
    </div>
  );
}
