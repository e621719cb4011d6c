/** The investigation is done and help begins: in one's own name, with reasons; then a consent may open the room to others. */
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import { BeginMeasuresDocument, type CaseQuery } from '../graphql/generated/intake/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

const schema = z.object({ reasons: z.string().check(z.minLength(1, 'intake:measures.reasonsMissing')) });

export function MeasuresSection({
  file,
  onChanged,
}: {
  readonly file: CaseQuery['case'];
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('intake');
  const [begin] = useAct(BeginMeasuresDocument);
  return (
    <Section title={t('measures.title')}>
      <p>{t('measures.words')}</p>
      <Form
        schema={schema}
        start={{ reasons: '' }}
        draft={`measures:${file.id}`}
        version={file.version}
        submit={t('measures.begin')}
        onSubmit={async ({ reasons }) => {
          const { refusal } = await begin({ input: { caseId: file.id, expectedVersion: file.version, reasons } });
          if (isConflict(refusal)) onChanged();
          if (!refusal) {
            toast(t('measures.begun'));
            onChanged();
          }
          return refusal;
        }}
      >
        <FormTextArea name="reasons" label={t('measures.reasons')} rows={4} />
      </Form>
    </Section>
  );
}
