/** The reporter's own form: one page, plain questions, a receipt at the end; what is typed stays in the open page only. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { FormChoices } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import type { PartyKind } from '../elements/houses.js';
import { Page } from '../elements/Page.js';
import { Waiting } from '../elements/states.js';
import { ReportFormDocument, SubmitReportDocument, type ReceiptFragment } from '../graphql/generated/report/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { ReceiptPage } from './ReceiptPage.js';
import { ReportFields } from './ReportFields.js';
import { SentBefore, useSentBefore } from './SentBefore.js';
import { emptyReport, factorRows, sentChildren, submitSchema, type SubmitValues } from './report-values.js';
import { useInstruments } from './use-instruments.js';

export default function ReportPage() {
  const { t } = useTranslation('report');
  const [{ data, fetching }] = useQuery({ query: ReportFormDocument });
  const { reported, refusal } = useInstruments();
  const [submit] = useAct(SubmitReportDocument);
  const before = useSentBefore('report');
  const [done, setDone] = useState<{ receipt: ReceiptFragment; feedback: boolean } | null>(null);
  if (done)
    return (
      <ReceiptPage
        receipt={done.receipt}
        feedback={done.feedback}
        acts={
          <>
            <ButtonLink to="/mina-anmalningar" kind="primary">
              {t('receipt.mine')}
            </ButtonLink>
            <Button onPress={() => setDone(null)}>{t('receipt.another')}</Button>
          </>
        }
      />
    );
  if ((fetching && !data) || (!reported && !refusal)) return <Waiting />;
  const acting = data?.me?.acting;
  const kind = (acting?.kind ?? 'school') as PartyKind;
  const readers = [
    { id: 'soc', kind: 'social-services' as const, name: t('readers.intake'), sees: true },
    ...(kind === 'social-services' || !acting
      ? []
      : [{ id: 'own', kind, name: t('readers.you', { house: acting.branchName }), sees: true }]),
    { id: 'family', kind: 'guardian' as const, name: t('readers.family'), sees: false },
  ];
  return (
    <Page title={t('form.title')} lead={t('form.lead')} width="read">
      <Form<SubmitValues>
        key={before.visit}
        schema={submitSchema}
        start={emptyReport(kind === 'police' ? factorRows(reported?.factors ?? []) : [])}
        draft="report"
        submit={t('form.send')}
        onSubmit={async ({ children, immediateDanger, wantsFeedback, ...rest }, clientKey) => {
          const outcome = await submit({
            input: {
              ...rest,
              clientKey,
              children: sentChildren(children),
              immediateDanger: immediateDanger === 'yes',
              wantsFeedback: wantsFeedback === 'yes',
            },
          });
          if (outcome.refusal) return outcome.refusal;
          const feedback = wantsFeedback === 'yes';
          return before.refused(outcome.data.submitReport, (receipt) => setDone({ receipt, feedback }));
        }}
      >
        <SentBefore of={before} />
        <ReportFields readers={readers} withFactors={kind === 'police'} />
        <FormChoices
          name="wantsFeedback"
          label={t('feedback.label')}
          help={t('feedback.help')}
          across
          choices={[
            { id: 'yes', label: t('feedback.yes') },
            { id: 'no', label: t('feedback.no') },
          ]}
        />
      </Form>
    </Page>
  );
}
