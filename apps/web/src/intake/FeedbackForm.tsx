/** Feedback in time: one of three sentences, after an officer has assessed that it is not unsuitable. (SoL 19:6, OSL 26:9 a) */
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormChoices, FormDateField, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { toast } from '../elements/toasts.js';
import { GiveFeedbackDocument, type CaseQuery } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { useAct } from '../graphql/use-act.js';

const schema = z.object({
  notUnsuitable: z.string().check(z.minLength(1, 'intake:chooseOne')),
  reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')),
  toldHow: z.string(),
  toldOn: z.string(),
  /** What could be told when it was answered how it had been. */
  content: z.string(),
});

export function FeedbackForm(props: {
  readonly report: CaseQuery['case']['reports'][number];
  readonly caseId: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('intake');
  const [give] = useAct(GiveFeedbackDocument);
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ notUnsuitable: '', reasons: '', toldHow: '', toldOn: '', content: '' }}
      draft={`feedback-${props.caseId}-${props.report.id}`}
      submit={t('feedback.send')}
      onSubmit={async ({ notUnsuitable, content, ...written }) => {
        const { report, caseId } = props;
        const read = content || (report.feedbackToGive ?? '');
        const outcome = await give({
          input: { reportId: report.id, caseId, ...written, content: read, notUnsuitable: notUnsuitable === 'yes' },
        });
        if (outcome.refusal?.code === 'FEEDBACK_CHANGED') props.onDone();
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
      {props.report.toldInPerson && <Telling report={props.report} />}
    </Form>
  );
}

/** Who cannot read it in Samnav is told by somebody, and not before that is it given. */
function Telling({ report }: { readonly report: CaseQuery['case']['reports'][number] }) {
  const { t } = useTranslation('intake');
  const { control } = useFormContext<z.infer<typeof schema>>();
  const [notUnsuitable, toldHow] = useWatch({ control, name: ['notUnsuitable', 'toldHow'] });
  useWhatWasTold(report.feedbackToGive ?? '');
  if (notUnsuitable !== 'yes') return null;
  const written = report.parts.find(({ kind }) => kind === 'reporter');
  const reach = [report.reporterName, report.reporterPhone, written?.text, written?.organisation, written?.contact];
  const how = reach.filter(Boolean).join(' · ');
  return (
    <>
      <div className="note small" role="status">
        <p>{t('feedback.say', { what: t(`feedbackSaid.${report.feedbackToGive}`) })}</p>
        <p>{how === '' ? t('feedback.reachUnknown') : t('feedback.reach', { how })}</p>
        {toldHow === 'not-yet' && <p>{t('feedback.sayFirst')}</p>}
      </div>
      <FormChoices
        name="toldHow"
        label={t('feedback.saidQuestion')}
        help={t('feedback.saidHelp')}
        choices={(['phone', 'met', 'letter', 'not-yet'] as const).map((id) => ({
          id,
          label: t(`feedback.saidHow.${id}`),
        }))}
      />
      {toldHow !== '' && toldHow !== 'not-yet' && <FormDateField name="toldOn" label={t('feedback.saidOn')} />}
    </>
  );
}

/** That it has been told goes for what could be told then: when another thing can be, it has not been told. */
function useWhatWasTold(now: string) {
  const { control, watch, setValue, setError } = useFormContext<z.infer<typeof schema>>();
  const [toldHow, content] = useWatch({ control, name: ['toldHow', 'content'] });
  useEffect(() => {
    const watching = watch((_, { name }) => {
      if (name === 'toldHow') setValue('content', now);
    });
    return () => watching.unsubscribe();
  }, [watch, setValue, now]);
  const isOther = toldHow !== '' && toldHow !== 'not-yet' && content !== '' && content !== now;
  useEffect(() => {
    if (!isOther) return;
    setValue('toldHow', '');
    setError('toldHow', { type: 'changed', message: 'intake:feedback.saidOther' });
  }, [isOther, setValue, setError]);
}
