/** Does the child need protection now, and what is done: the first question of every report. (SoL 20:1) */
import { useWatch, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormChoices, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { toast } from '../elements/toasts.js';
import { AssessProtectionDocument } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { useAct } from '../graphql/use-act.js';

const schema = z.object({
  needsProtection: z.string().check(z.minLength(1, 'intake:chooseOne')),
  reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')),
  measures: z.string(),
});

export function ProtectionForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('intake');
  const [assess] = useAct(AssessProtectionDocument);
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ needsProtection: '', reasons: '', measures: '' }}
      draft={`protection-${caseId}`}
      submit={t('protection.save')}
      onSubmit={async ({ needsProtection, ...rest }) => {
        const outcome = await assess({ input: { ...rest, caseId, needsProtection: needsProtection === 'yes' } });
        if (outcome.refusal) return outcome.refusal;
        toast(t(outcome.data.assessProtection.asksRegrading ? 'protection.gradeAnew' : 'protection.saved'));
        onDone();
        return undefined;
      }}
    >
      <FormChoices
        name="needsProtection"
        label={t('protection.question')}
        choices={[
          { id: 'no', label: t('protection.none') },
          { id: 'yes', label: t('protection.needs') },
        ]}
      />
      <FormTextArea name="reasons" label={t('protection.reasons')} rows={3} after={<CaseReaders caseId={caseId} />} />
      <Measures caseId={caseId} />
    </Form>
  );
}

function Measures({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('intake');
  const { control } = useFormContext();
  const needs = useWatch({ control, name: 'needsProtection' }) as string;
  if (needs !== 'yes') return null;
  return (
    <FormTextArea name="measures" label={t('protection.measures')} rows={2} after={<CaseReaders caseId={caseId} />} />
  );
}
