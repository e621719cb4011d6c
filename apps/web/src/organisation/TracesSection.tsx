/** What someone is known by outside work, for the log review: written, never shown again. */
import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { FormTextField } from '../elements/form/fields.js';
import { Section } from '../elements/Page.js';
import { Failing } from '../elements/states.js';
import { KeepStaffTracesDocument, StaffTracesDocument } from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { DialogForm } from './DialogForm.js';
import { tracesSchema, type TracesValues } from './schemas.js';

export function TracesSection({ staffId }: { readonly staffId: string }) {
  const { t } = useTranslation('organisation');
  const [{ data, error }, ask] = useQuery({ query: StaffTracesDocument, variables: { staffId } });
  const [keep] = useAct(KeepStaffTracesDocument);
  const again = () => ask({ requestPolicy: 'network-only' });
  const kinds = data?.staffTraces.map((kind) => t(`traces.kind.${kind}` as never) as string) ?? [];
  return (
    <Section
      title={t('traces.title')}
      actions={
        <DialogForm<TracesValues>
          title={t('traces.change')}
          trigger={<Button icon={Fingerprint}>{t('traces.change')}</Button>}
          schema={tracesSchema}
          draft={`traces:${staffId}`}
          start={{ number: '', address: '', phone: '' }}
          submit={t('traces.save')}
          done={t('traces.done')}
          act={(values) => keep({ input: { staffId, ...values } })}
          onDone={again}
        >
          <p>{t('traces.words')}</p>
          <FormTextField name="number" label={t('traces.number')} inputMode="numeric" optional autoComplete="off" />
          <FormTextField
            name="address"
            label={t('traces.address')}
            help={t('traces.addressHelp')}
            optional
            autoComplete="off"
          />
          <FormTextField
            name="phone"
            label={t('traces.phone')}
            type="tel"
            inputMode="tel"
            optional
            autoComplete="off"
          />
        </DialogForm>
      }
    >
      <p className="muted">{t('traces.lead')}</p>
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {data && <p>{kinds.length > 0 ? t('traces.kept', { kinds: kinds.join(', ') }) : t('traces.none')}</p>}
    </Section>
  );
}
