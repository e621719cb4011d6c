/** Intake writes down what someone tells by phone, letter or visit; who wants no name given stays without one. (SoL 19:2) */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isBoundToReport, isReporterKind, REPORTER_KINDS } from '#domain/report/reporter.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { FormChoices, FormSelect, FormTextField } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Page } from '../elements/Page.js';
import { RegisterReportDocument, type ReceiptFragment } from '../graphql/generated/report/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { ReceiptPage } from './ReceiptPage.js';
import { ReportFields } from './ReportFields.js';
import { SentBefore, useSentBefore } from './SentBefore.js';
import {
  chosenPeople,
  emptyChild,
  placeOfFault,
  registerSchema,
  sentChildren,
  type ChildValues,
  type RegisterValues,
} from './report-values.js';

const START = (): RegisterValues => ({
  channel: 'phone',
  reporterKind: '',
  reporterName: '',
  reporterOrganisation: '',
  reporterContact: '',
  feedbackWish: '',
  children: [emptyChild()],
  familyKnows: '',
  familyKnowsWhat: '',
  immediateDanger: '',
});

export default function RegisterPage() {
  const { t } = useTranslation('report');
  const [register] = useAct(RegisterReportDocument);
  const before = useSentBefore('register');
  const [receipt, setReceipt] = useState<ReceiptFragment | null>(null);
  if (receipt)
    return (
      <ReceiptPage
        receipt={receipt}
        feedback={false}
        acts={
          <>
            {receipt.caseIds.map((id, at) => (
              <ButtonLink key={id} to={`/arende/${id}`} kind={at === 0 ? 'primary' : 'secondary'}>
                {receipt.caseIds.length > 1 ? t('register.toCase', { number: at + 1 }) : t('register.toOnlyCase')}
              </ButtonLink>
            ))}
            <Button onPress={() => setReceipt(null)}>{t('receipt.another')}</Button>
          </>
        }
      />
    );
  return (
    <Page title={t('register.title')} lead={t('register.lead')} width="read">
      <Form<RegisterValues>
        key={before.visit}
        schema={registerSchema}
        start={START()}
        draft="register"
        submit={t('register.send')}
        onSubmit={async ({ children, immediateDanger, ...rest }, clientKey) => {
          const outcome = await register({
            input: {
              ...rest,
              clientKey,
              children: sentChildren(children),
              personIds: chosenPeople(children),
              immediateDanger: immediateDanger === 'yes',
            },
          });
          if (outcome.refusal) return atItsPlace(outcome.refusal, children);
          return before.refused(outcome.data.registerReport, setReceipt);
        }}
      >
        <SentBefore of={before} />
        <FormChoices
          name="channel"
          label={t('register.channel')}
          across
          choices={(['phone', 'letter', 'visit'] as const).map((id) => ({ id, label: t(`register.${id}`) }))}
        />
        <Reporter />
        <Asked />
      </Form>
    </Page>
  );
}

const atItsPlace = (refusal: Refusal, children: readonly ChildValues[]): Refusal => ({
  ...refusal,
  fields: refusal.fields.map((one) => ({ ...one, field: placeOfFault(one.field, children) })),
});

/** The police answer Check:IRK when they report, by telephone too; for others intake opens it when there is something to say. */
function Asked() {
  const { t } = useTranslation('report');
  const { control } = useFormContext();
  const kind = useWatch({ control, name: 'reporterKind' }) as string;
  return (
    <ReportFields
      readers={[
        { id: 'soc', kind: 'social-services', name: t('readers.intake'), sees: true },
        { id: 'family', kind: 'guardian', name: t('readers.family'), sees: false },
      ]}
      withFactors={kind === 'police'}
      withSearch
    />
  );
}

/** Who may stay unnamed is asked nothing that would name them. */
function Reporter() {
  const { t } = useTranslation('report');
  const { control } = useFormContext();
  const kind = useWatch({ control, name: 'reporterKind' }) as string;
  const bound = isReporterKind(kind) && isBoundToReport(kind);
  return (
    <fieldset className="panel reported-child">
      <legend className="reported-child-top">{t('register.reporter')}</legend>
      <FormSelect
        name="reporterKind"
        label={t('register.kind')}
        options={[...REPORTER_KINDS].reverse().map((id) => ({ id, label: t(`intake:reporter.${id}`) }))}
      />
      {kind !== '' && kind !== 'anonymous' && (
        <>
          <FormTextField name="reporterName" label={t('register.name')} optional={!bound} autoComplete="off" />
          {bound && <FormTextField name="reporterOrganisation" label={t('register.organisation')} autoComplete="off" />}
          <FormTextField
            name="reporterContact"
            label={t('register.contact')}
            help={t('register.contactHelp')}
            optional
            autoComplete="off"
          />
        </>
      )}
      <FormChoices
        name="feedbackWish"
        label={t('register.feedback')}
        across
        choices={(['wanted', 'declined', 'not-asked'] as const).map((id) => ({ id, label: t(`register.${id}`) }))}
      />
    </fieldset>
  );
}
