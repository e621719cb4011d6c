/** Records that were folded into this one, each of which can be taken out again. */
import { useTranslation } from 'react-i18next';
import { Undo2 } from 'lucide-react';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { UndoMergeDocument } from '../graphql/generated/person/graphql.js';
import { useAct } from '../graphql/use-act.js';
import type { PartProps } from './PersonPage.js';

export function MergedSection({ person, able, onChanged }: PartProps) {
  const { t } = useTranslation('person');
  const [undo, { waiting }] = useAct(UndoMergeDocument);
  if (person.merges.length === 0) return null;
  return (
    <Section title={t('merged.title')}>
      <ul className="person-rows">
        {person.merges.map((merge) => (
          <li key={merge.id} className="person-decision">
            {merge.reasons && <p className="prose">{merge.reasons}</p>}
            <p className="person-facts">
              {merge.mergedByName}, <Time at={merge.mergedAt} as="short" />
            </p>
            {able.has('merge-people') && (
              <Dialog
                title={t('merged.undo')}
                trigger={
                  <Button size="small" icon={Undo2}>
                    {t('merged.undo')}
                  </Button>
                }
              >
                {(close) => (
                  <div className="stack gap-4">
                    <p>{t('merged.rule')}</p>
                    <div>
                      <Button
                        kind="primary"
                        isPending={waiting}
                        onPress={async () => {
                          const outcome = await undo({ id: merge.id });
                          const left = outcome.data?.undoMerge.toSort.reduce((sum, one) => sum + one.count, 0) ?? 0;
                          toast(
                            outcome.refusal?.sentence ??
                              (left > 0 ? t('merged.toSort', { count: left }) : t('merged.undone')),
                          );
                          close();
                          onChanged();
                        }}
                      >
                        {t('merged.undo')}
                      </Button>
                    </div>
                  </div>
                )}
              </Dialog>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
