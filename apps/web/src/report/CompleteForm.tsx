/** Adds to a report by its receipt; whoever adds gives and learns nothing back. (SoL 19:1) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormSelect, FormTextArea, FormTextField } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { renewKeyOfDraft } from '../elements/form/drafts.js';
import { toast } from '../elements/toasts.js';
import { CompleteReportDocument } from '../graphql/generated/report/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { OfferedFactors } from './FactorFields.js';
import { sentFactors } from './report-values.js';

const schema = z.object({
  receipt: z.string().check(z.minLength(1, 'report:complete.receiptMissing')),
  child: z.string(),
  content: z.string(),
  whereabouts: z.string(),
  factors: z.array(z.object({ factor: z.string(), answer: z.string(), reasons: z.string() })),
});
type Values = z.infer<typeof schema>;

export interface CompleteFormProps {
  /** Empty when one has the number from someone else and types it. */
  readonly receipt: string;
  /** How many children the report was about; 0 when one cannot know. */
  readonly children: number;
  /** On a case that one works on: it is about the case's child. */
  readonly caseId?: string;
  /** What one has written elsewhere, and adds now. */
  readonly begun?: Partial<Pick<Values, 'content' | 'whereabouts'>>;
  readonly onDone: () => void;
}

export function CompleteForm({ receipt, children, caseId, begun, onDone }: CompleteFormProps) {
  const { t } = useTranslation('report');
  const [complete] = useAct(CompleteReportDocument);
  // Begins the form anew under another key, with what stands in it.
  const [again, setAgain] = useState(0);
  const draft = caseId ? `complete-${receipt}-${caseId}` : `complete-${receipt}`;
  return (
    <Form<Values>
      key={again}
      schema={schema}
      start={{ receipt, child: '1', content: '', whereabouts: '', factors: [], ...begun }}
      draft={draft}
      submit={t('complete.send')}
      onSubmit={async ({ child, factors: answers, ...rest }, clientKey) => {
        const outcome = await complete({
          input: { clientKey, caseId, ...rest, child: Number.parseInt(child, 10) || 0, factors: sentFactors(answers) },
        });
        if (outcome.refusal) return outcome.refusal;
        if (!outcome.data.completeReport.wordsArrived) {
          renewKeyOfDraft(draft);
          setAgain((count) => count + 1);
          return { code: 'SENT_BEFORE', sentence: t('complete.sentBefore'), fields: [], facts: {} };
        }
        toast(t('complete.done'));
        onDone();
        return undefined;
      }}
    >
      {again > 0 && (
        <p className="note" role="alert">
          {t('complete.sentBefore')}
        </p>
      )}
      {receipt === '' && (
        <FormTextField
          name="receipt"
          label={t('receipt.number')}
          help={t('complete.receiptHelp')}
          width="short"
          autoComplete="off"
        />
      )}
      {children === 0 && !caseId && (
        <FormTextField
          name="child"
          label={t('complete.which')}
          help={t('complete.whichHelp')}
          width="short"
          inputMode="numeric"
        />
      )}
      {children > 1 && !caseId && (
        <FormSelect
          name="child"
          label={t('complete.which')}
          options={Array.from({ length: children }, (_, at) => ({
            id: String(at + 1),
            label: t('child.numbered', { number: at + 1 }),
          }))}
        />
      )}
      <FormTextArea name="content" label={t('complete.content')} rows={6} />
      <FormTextArea
        name="whereabouts"
        label={t('child.whereabouts')}
        help={t('child.whereaboutsHelp')}
        optional
        rows={2}
      />
      <OfferedFactors name="factors" />
    </Form>
  );
}
