/** Feedback in time: one of three sentences, after an officer has assessed that it is not unsuitable. (SoL 19:6, OSL 26:9 a) */
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormChoices, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { toast } from '../elements/toasts.js';
import { GiveFeedbackDocument } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { useAct } from '../graphql/use-act.js';

const schema = z.object({
  notUnsuitable: z.string().check(z.minLength(1, 'intake:chooseOne')),
  reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')),
});

export function FeedbackForm(props: {
  readonly reportId: string;
  readonly caseId: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('intake');
  const [give] = useAct(GiveFeedbackDocument);
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ notUnsuitable: '', reasons: '' }}
      draft={`feedback-${props.caseId}-${props.reportId}`}
      submit={t('feedback.send')}
      onSubmit={async ({ notUnsuitable, reasons }) => {
        const { reportId, caseId } = props;
        const outcome = await give({ input: { reportId, caseId, reasons, notUnsuitable: notUnsuitable === 'yes' } });
        if (outcome.refusal) return outcome.refusal;
        toast(t(`feedback.${outcome.data.giveFeedback.outcome}`));
        props.onDone();
        return undefined;
      }}
    >
      <FormChoices
        name="notUnsuitable"
        label={t('feedback.question')}
        help={t('feedback.help')}
        choices={[
          { id: 'yes', label: t('feedback.suitable') },
          { id: 'no', label: t('feedback.notSuitable') },
        ]}
      />
      <FormTextArea
        name="reasons"
        label={t('feedback.reasons')}
        rows={2}
        after={<CaseReaders caseId={props.caseId} />}
      />
    </Form>
  );
}
