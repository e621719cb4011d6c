/** Everything of one kind in the plan: frames, strengths, risks, how to reach the person, and what goes by one alone. */
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { EntryActs, Whose, type OnEntry } from './EntryParts.js';
import { FamilyVoices, OfFamily } from './FamilyVoices.js';
import { PensIn } from './Pens.js';
import { isOver } from './words.js';

export function EntryList({
  plan,
  kind,
  ...on
}: OnEntry & { readonly plan: PlanShownFragment; readonly kind: string }) {
  const { t } = useTranslation('plan');
  const entries = plan.entries.filter((entry) => entry.kind === kind && !isOver(entry));
  const mayAdd = plan.mayWrite.includes(kind);
  if (entries.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={t(`kind.${kind}.title` as never)}
      actions={
        mayAdd && (
          <Button size="small" kind="quiet" icon={Plus} onPress={() => on.onEdit({ kind, entry: null })}>
            {t('add')}
            <span className="vh"> {t(`kind.${kind}.title` as never)}</span>
          </Button>
        )
      }
    >
      {entries.length === 0 && (
        <p className="muted small">{t(plan.own ? (`kind.${kind}.none` as never) : 'noneOpen')}</p>
      )}
      <ul className="plan-lines" role="list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="plan-words">
              {entry.said.text} <PensIn entry={entry} field="words" />
            </p>
            {entry.watch && (
              <p className="small">
                {t('watchIs', { watch: entry.watch })} <PensIn entry={entry} field="watch" />
              </p>
            )}
            {entry.needArea && <p className="small muted">{t(`need.${entry.needArea}` as never)}</p>}
            <FamilyVoices entry={entry} />
            <div className="row gap-2">
              <OfFamily entry={entry} />
              <Whose entry={entry} />
              <EntryActs entry={entry} {...on} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
