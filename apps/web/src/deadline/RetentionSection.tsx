/** How long a case is kept, once that draws to its end: what was decided about it, and deciding. (SoL 16:1) */
import { Archive } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import * as z from 'zod/mini';
import { KEEP_GROUNDS, RETENTION_OUTCOMES } from '#domain/deadline/decide-retention.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormChoices, FormDateField } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { CaseRetentionDocument, DecideRetentionDocument } from '../graphql/generated/deadline/graphql.js';
import { useAct } from '../graphql/use-act.js';

export interface RetentionSectionProps {
  readonly caseId: string;
  readonly may: boolean;
  readonly onChanged: () => void;
}

export function RetentionSection({ caseId, may, onChanged }: RetentionSectionProps) {
  const { t } = useTranslation('deadline');
  const [{ data }, again] = useQuery({ query: CaseRetentionDocument, variables: { caseId } });
  const { running, decisions } = data?.caseRetention ?? { running: null, decisions: [] };
  const isDue = running?.isReminded === true;
  if (!isDue && decisions.length === 0) return null;
  const changed = () => {
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <Section title={t('retention.title')}>
      {decisions.map((decision) => (
        <div key={decision.id} className="panel stack gap-2">
          <p>
            <strong>{t(`retention.outcome.${decision.outcome}` as never)}</strong>
          </p>
          <p className="small muted">
            {decision.byName} · <Time at={decision.at} as="moment" />
          </p>
          <p className="small">{t(`retention.ground.${decision.ground}` as never)}</p>
          <p className="small">
            {decision.keepUntil ? (
              <>
                {t('retention.keptUntil')} <Time at={Date.parse(`${decision.keepUntil}T12:00:00Z`)} as="day" />
              </>
            ) : decision.disposedAt ? (
              <>
                {t('retention.disposed')} <Time at={decision.disposedAt} as="moment" />
              </>
            ) : (
              t('retention.toDispose')
            )}
          </p>
        </div>
      ))}
      {isDue && <p>{t('retention.lead')}</p>}
      {isDue && may && (
        <div>
          <Dialog title={t('retention.decide')} trigger={<Button icon={Archive}>{t('retention.decide')}</Button>}>
            {(close) => <RetentionForm caseId={caseId} deadlineId={running.id} close={close} onDecided={changed} />}
          </Dialog>
        </div>
      )}
    </Section>
  );
}

const schema = z.object({
  outcome: z.string().check(z.minLength(1, 'deadline:retention.chooseOne')),
  ground: z.string(),
  keepUntil: z.string(),
});

function RetentionForm(props: {
  readonly caseId: string;
  readonly deadlineId: string;
  readonly close: () => void;
  readonly onDecided: () => void;
}) {
  const { t } = useTranslation('deadline');
  const [decide] = useAct(DecideRetentionDocument);
  const { caseId, deadlineId } = props;
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ outcome: '', ground: '', keepUntil: '' }}
      draft={`retention:${deadlineId}`}
      submit={t('retention.submit')}
      acts={
        <Button kind="quiet" onPress={props.close}>
          {t('retention.cancel')}
        </Button>
      }
      onSubmit={async (values) => {
        const { refusal } = await decide({ input: { caseId, deadlineId, ...values } });
        if (refusal) return refusal;
        toast(t('retention.saved'));
        props.close();
        props.onDecided();
        return undefined;
      }}
    >
      <FormChoices
        name="outcome"
        label={t('retention.what')}
        choices={RETENTION_OUTCOMES.map((id) => ({
          id,
          label: t(`retention.outcome.${id}`),
          help: t(`retention.help.${id}`),
        }))}
      />
      <Keeping />
    </Form>
  );
}

function Keeping() {
  const { t } = useTranslation('deadline');
  const { control } = useFormContext();
  const outcome = useWatch({ control, name: 'outcome' }) as string;
  if (outcome !== 'keep') return null;
  return (
    <>
      <FormChoices
        name="ground"
        label={t('retention.why')}
        choices={KEEP_GROUNDS.map((id) => ({ id, label: t(`retention.ground.${id}`) }))}
      />
      <FormDateField name="keepUntil" label={t('retention.keepUntil')} help={t('retention.keepUntilHelp')} />
    </>
  );
}
