/** One agreement: how long it holds, what it says, who has signed for which party, and what stops when it lapses. */
import { FileDown, FileSignature, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { FormDateField, FormTextArea, FormTextField } from '../elements/form/fields.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  ChangeAgreementDocument,
  RenewAgreementDocument,
  SignAgreementDocument,
  WriteAgreementDocument,
  type KeptAgreementsQuery,
} from '../graphql/generated/organisation/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { AgreementFields } from './AgreementFields.js';
import { DialogForm } from './DialogForm.js';
import type { branchOptions } from './parties.js';
import {
  agreementSchema,
  agreementTextSchema,
  signatureSchema,
  type AgreementTextValues,
  type AgreementValues,
  type SignatureValues,
} from './schemas.js';

type Agreement = KeptAgreementsQuery['keptAgreements'][number];
type Party = Agreement['parties'][number];
type Options = ReturnType<typeof branchOptions>;
type Standing = 'not-begun' | 'in-force' | 'lapses-soon' | 'lapsed';

export interface AgreementPanelProps {
  readonly agreement: Agreement;
  readonly branches: Options;
  readonly onDone: () => void;
}

export function AgreementPanel(props: AgreementPanelProps) {
  const { agreement, branches, onDone } = props;
  const { t } = useTranslation('organisation');
  const [change] = useAct(ChangeAgreementDocument);
  const [write] = useAct(WriteAgreementDocument);
  const [renew, { waiting }] = useAct(RenewAgreementDocument);
  const state = agreement.state as Standing;
  const { id, version, form, startsOn, endsOn, signedBy, parties, unsigned, text } = agreement;
  const renewNow = async () => {
    const { refusal } = await renew({ id });
    toast(refusal ? refusal.sentence : t('agreements.renewed'));
    if (!refusal) onDone();
  };
  return (
    <section className="panel stack" aria-labelledby={`${id} ${id}-days`}>
      <div className="party-top">
        <div className="stack gap-1">
          <h2 id={id}>{t(`form.${form}` as never)}</h2>
          <p id={`${id}-days`}>
            <Time at={startsOn} as="date" /> – <Time at={endsOn} as="date" />{' '}
            <span className="standing" data-state={state}>
              {t(`agreements.state.${state}`, { count: Math.abs(agreement.daysLeft) })}
            </span>
          </p>
          {unsigned.length === 0 && agreement.signatures.length === 0 && (
            <p className="muted">{t('agreements.signedWords', { by: signedBy })}</p>
          )}
        </div>
        <div className="row gap-2">
          {!agreement.renewedBy && state !== 'not-begun' && (
            <Button size="small" icon={RefreshCw} isPending={waiting} onPress={() => void renewNow()}>
              {t('agreements.renew')}
            </Button>
          )}
          <DialogForm<AgreementValues>
            title={t('agreements.change')}
            trigger={<Button size="small">{t('agreements.change')}</Button>}
            schema={agreementSchema}
            draft={`agreement:${id}`}
            version={version}
            start={{
              form,
              startsOn,
              endsOn,
              signedBy,
              parties: parties.map(({ branchId, resources }) => ({ branchId, resources })),
            }}
            submit={t('save')}
            done={t('saved')}
            act={({ form: _form, ...input }) => change({ id, version, input })}
            onDone={onDone}
          >
            <AgreementFields branches={branches} />
          </DialogForm>
        </div>
      </div>
      {unsigned.length > 0 && (
        <p className="note late" role="status">
          <Icon of={FileSignature} />
          <span>{t('agreements.awaits', { count: unsigned.length })}</span>
        </p>
      )}
      <Stops agreement={agreement} />
      {agreement.renewedBy && <p className="muted">{t('agreements.isRenewed')}</p>}
      <dl className="agreement-parties">
        {parties.map((party) => (
          <div key={party.branchId} className="stack gap-1">
            <dt>
              {party.branchName}, {party.authorityName}
            </dt>
            <dd>{party.resources || t('agreements.noResources')}</dd>
            <Signature agreement={agreement} party={party} onDone={onDone} />
          </div>
        ))}
      </dl>
      <div className="stack gap-2">
        {text && (
          <details>
            <summary className="agreement-text">{t('agreements.text')}</summary>
            <p className="agreement-words">{text}</p>
          </details>
        )}
        <div className="row gap-2">
          <a className="button" data-kind="quiet" data-size="small" href={`/documents/agreement/${id}/pdf`} download>
            <Icon of={FileDown} />
            {t('agreements.pdf')}
          </a>
          <DialogForm<AgreementTextValues>
            title={t('agreements.text')}
            trigger={
              <Button size="small" kind="quiet">
                {t('agreements.writeText')}
              </Button>
            }
            schema={agreementTextSchema}
            start={{ text }}
            draft={`agreement-text:${id}`}
            version={version}
            submit={t('save')}
            done={t('saved')}
            act={(values) => write({ id, version, ...values })}
            onDone={onDone}
          >
            <FormTextArea name="text" label={t('agreements.text')} help={t('agreements.textHelp')} rows={10} />
          </DialogForm>
        </div>
      </div>
    </section>
  );
}

/** Before it lapses what will stop, and afterwards what does; a renewed or unsigned one stops nothing by its end. */
function Stops({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('organisation');
  const { stops, stopCounts, state, unsigned, renewedBy } = agreement;
  const groups = stops.length + stopCounts.reduce((sum, one) => sum + one.groups, 0);
  if (groups === 0 || renewedBy || unsigned.length > 0 || state === 'not-begun') return null;
  const lapsed = state === 'lapsed';
  const meetings = stops.reduce((sum, one) => sum + one.meetingCount, 0);
  return (
    <details className={lapsed || state === 'lapses-soon' ? 'note late' : 'muted'} open={lapsed}>
      <summary>
        {t(lapsed ? 'agreements.stopped' : 'agreements.stops', { count: groups })}{' '}
        {meetings > 0 && t('agreements.stopsMeetings', { count: meetings })}
      </summary>
      <ul>
        {stopCounts.map((one) => (
          <li key={one.house}>{t('agreements.stopsOfHouse', { house: one.house, count: one.groups })}</li>
        ))}
        {stops.map((one) => (
          <li key={one.groupId}>
            {t(`agreements.kind.${one.kind}` as never, { defaultValue: one.kind })}, {one.house}, {one.coordinator}
            {one.meetings.length > 0 && ': '}
            {one.meetings.map((at, place) => (
              <span key={at}>
                {place > 0 && ', '}
                <Time at={at} as="moment" />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Signature({ agreement, party, onDone }: { agreement: Agreement; party: Party; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [sign] = useAct(SignAgreementDocument);
  const signed = agreement.signatures.find(({ branchId }) => branchId === party.branchId);
  if (signed)
    return (
      <dd className="small muted">
        {t('agreements.signedLine', { name: signed.name, title: signed.title })} <Time at={signed.signedOn} as="date" />
      </dd>
    );
  if (!agreement.unsigned.includes(party.branchId)) return null;
  return (
    <dd className="row gap-2">
      <span className="small">{t('agreements.notSigned')}</span>
      <DialogForm<SignatureValues>
        title={t('agreements.signFor', { party: party.branchName })}
        trigger={
          <Button size="small">
            {t('agreements.sign')}
            <span className="vh"> {party.branchName}</span>
          </Button>
        }
        schema={signatureSchema}
        draft={`signature:${agreement.id}:${party.branchId}`}
        start={{ name: '', title: '', signedOn: '' }}
        submit={t('agreements.sign')}
        done={t('agreements.signed')}
        act={(values) => sign({ input: { agreementId: agreement.id, branchId: party.branchId, ...values } })}
        onDone={onDone}
      >
        <FormTextField name="name" label={t('agreements.signerName')} />
        <FormTextField name="title" label={t('agreements.signerTitle')} />
        <FormDateField name="signedOn" label={t('agreements.signedOn')} />
      </DialogForm>
    </dd>
  );
}
