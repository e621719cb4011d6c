/** What every report asks, whoever writes it down: the children one by one, danger now, and what the family knows. */
import { Plus } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MOST_CHILDREN } from '#domain/report/report-faults.js';
import { Button } from '../elements/Button.js';
import { FormChoices, FormTextArea } from '../elements/form/fields.js';
import type { Reader } from '../elements/WhoSeesThis.js';
import { ChildFields } from './ChildFields.js';
import { emptyChild } from './report-values.js';

export function ReportFields({
  readers,
  withFactors,
  withSearch,
}: {
  readonly readers: readonly Reader[];
  readonly withFactors: boolean;
  readonly withSearch?: boolean;
}) {
  const { t } = useTranslation('report');
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'children' });
  const danger = useWatch({ control, name: 'immediateDanger' }) as string;
  return (
    <>
      <FormChoices
        name="immediateDanger"
        label={t('danger.label')}
        across
        choices={[
          { id: 'no', label: t('danger.no') },
          { id: 'yes', label: t('danger.yes') },
        ]}
        after={
          danger === 'yes' ? (
            <p className="note" role="status">
              {t('danger.call')}
            </p>
          ) : undefined
        }
      />
      {fields.map((field, at) => (
        <ChildFields
          key={field.id}
          at={at}
          count={fields.length}
          readers={readers}
          withFactors={withFactors}
          withSearch={withSearch}
          onRemove={() => remove(at)}
        />
      ))}
      {fields.length < MOST_CHILDREN && (
        <div>
          <Button icon={Plus} onPress={() => append(emptyChild())}>
            {t('child.add')}
          </Button>
        </div>
      )}
      <FormChoices
        name="familyKnows"
        label={t('family.label')}
        across
        choices={(['yes', 'no', 'unknown'] as const).map((id) => ({ id, label: t(`family.${id}`) }))}
      />
      <FormTextArea name="familyKnowsWhat" label={t('family.what')} optional rows={2} />
    </>
  );
}
