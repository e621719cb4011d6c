/** What was proposed and decided on a case, and deciding it without a hub: in one's own name, with reasons. (SoL 20:2) */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import * as z from 'zod/mini';
import { CASE_DECISION_KINDS } from '#domain/report/decide-case.js';
import { Button } from '../elements/Button.js';
import { FormChoices, FormSelect, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  CaseDecidersDocument,
  DecideCaseDocument,
  ProposeDecisionDocument,
  type CaseDecidersQuery,
} from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { fileOver, type File } from './file-over.js';
import { FileNews, useUnread } from './FileNews.js';
import { PartShown } from './PartShown.js';

type Decider = CaseDecidersQuery['caseDeciders']['deciders'][number];
type Way = 'decide' | 'propose';

export interface DecisionSectionProps {
  readonly file: File;
  readonly able: ReadonlySet<string>;
  readonly onChanged: () => void;
}

export function DecisionSection({ file, able, onChanged }: DecisionSectionProps) {
  const { t } = useTranslation('intake');
  const graded = file.state === 'graded' || file.state === 'in-hub';
  const way: Way | null = able.has('decide-hub') ? 'decide' : able.has('triage-report') ? 'propose' : null;
  const shown = file.decisions.length > 0 || file.proposals.length > 0 || (graded && way !== null);
  if (!shown) return null;
  return (
    <Section title={t('decision.title')}>
      {file.decisions.map((decision) => (
        <div key={decision.id} className="panel stack gap-2">
          <p>
            <strong>{t(`decision.kind.${decision.kind}` as never)}</strong>
          </p>
          <p className="small muted">
            {decision.byName} · <Time at={decision.at} as="moment" />
            {decision.hubId && <> · {t('decision.byHub')}</>}
          </p>
          {decision.investigatorName && (
            <p className="small">{t('decision.to', { name: decision.investigatorName })}</p>
          )}
          {decision.reasons && <PartShown part={decision.reasons} />}
          {file.state === 'investigation' && decision.investigatorName && (
            <p>
              <Link to={`/arende/${file.id}/overlamning`}>{t('decision.toHandOver')}</Link>
            </p>
          )}
        </div>
      ))}
      {file.proposals.map((proposal) => (
        <div key={proposal.id} className="panel stack gap-2">
          <p>
            <strong>{t(`decision.kind.${proposal.kind}` as never)}</strong>{' '}
            <span className="muted">{t('decision.waits', { name: proposal.toName })}</span>
          </p>
          <p className="small muted">
            {t('decision.by', { name: proposal.byName })} · <Time at={proposal.at} as="moment" />
          </p>
          {proposal.reasons && <PartShown part={proposal.reasons} />}
        </div>
      ))}
      {graded && way && <Deciding file={file} way={way} onChanged={onChanged} />}
    </Section>
  );
}

function Deciding({ file, way, onChanged }: { file: File; way: Way; onChanged: () => void }) {
  const { t } = useTranslation('intake');
  const [{ data }] = useQuery({
    query: CaseDecidersDocument,
    variables: { caseId: file.id },
    requestPolicy: 'cache-and-network',
  });
  const proposed = file.proposals.length > 0;
  // An orange or red case meets in a hub first; deciding beside it is a choice of its own.
  const [open, setOpen] = useState(
    way === 'decide' ? proposed || file.grade === 'green' : !proposed && file.grade === 'green',
  );
  if (!data) return null;
  const { openHubId, openHubEndsAt, deciders, investigators } = data.caseDeciders;
  const due = file.deadlines.find(
    ({ kind, state }) => /^grade-(orange|red)-assessment$/.test(kind) && state === 'open',
  );
  const isTooLate = Boolean(due && openHubEndsAt && Date.parse(openHubEndsAt) > Date.parse(due.dueAt));
  if (openHubId)
    return (
      <p className="note">
        {t('decision.hubDecides')} {isTooLate && <strong>{t('decision.hubTooLate')} </strong>}
        <Link to={`/hubb/${openHubId}`}>{t('decision.toHub')}</Link>
      </p>
    );
  if (!open)
    return (
      <div>
        <Button onPress={() => setOpen(true)}>
          {t(way === 'decide' ? 'decision.withoutHub' : proposed ? 'decision.again' : 'decision.proposeWithoutHub')}
        </Button>
      </div>
    );
  return (
    <DecisionForm
      file={file}
      way={way}
      deciders={deciders}
      investigators={investigators}
      onChanged={onChanged}
      onDone={() => {
        setOpen(false);
        onChanged();
      }}
    />
  );
}

const common = {
  kind: z.string().check(z.minLength(1, 'intake:chooseOne')),
  reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')),
  investigator: z.string(),
  over: z.string(),
};
const schemas = {
  decide: z.object({ ...common, decider: z.string() }),
  propose: z.object({ ...common, decider: z.string().check(z.minLength(1, 'intake:deciderMissing')) }),
};
type Values = z.infer<typeof schemas.decide>;

interface DecisionFormProps {
  readonly file: File;
  readonly way: Way;
  readonly deciders: readonly Decider[];
  readonly investigators: readonly Decider[];
  readonly onDone: () => void;
  readonly onChanged: () => void;
}

function DecisionForm({ file, way, deciders, investigators, onDone, onChanged }: DecisionFormProps) {
  const { t } = useTranslation('intake');
  const [decide] = useAct(DecideCaseDocument);
  const [propose] = useAct(ProposeDecisionDocument);
  const unread = useUnread(file);
  const last = way === 'decide' ? file.proposals[0] : undefined;
  return (
    <Form<Values>
      schema={schemas[way]}
      start={{
        kind: last?.kind ?? '',
        reasons: '',
        investigator: last?.investigatorId ?? '',
        decider: '',
        over: fileOver(file),
      }}
      draft={`${way}-${file.id}`}
      submit={t(way === 'decide' ? 'decision.decide' : 'decision.propose')}
      onSubmit={async ({ kind, reasons, investigator, decider, over }) => {
        const stale = unread(over);
        if (stale) return stale;
        const input = {
          caseId: file.id,
          expectedVersion: file.version,
          kind,
          reasons,
          investigator: kind === 'open-investigation' && investigator !== '' ? investigator : null,
        };
        const outcome = way === 'decide' ? await decide({ input }) : await propose({ input: { ...input, decider } });
        if (isConflict(outcome.refusal)) onChanged();
        if (outcome.refusal) return outcome.refusal;
        toast(t(way === 'decide' ? 'decision.decided' : 'decision.proposed'));
        onDone();
        return undefined;
      }}
    >
      <FileNews file={file} />
      <p className="muted small prose">{t(way === 'decide' ? 'decision.lead' : 'decision.proposeLead')}</p>
      <FormChoices
        name="kind"
        label={t(way === 'decide' ? 'decision.what' : 'decision.proposeWhat')}
        choices={CASE_DECISION_KINDS.map((id) => ({
          id,
          label: t(`decision.kind.${id}`),
          help: t(`decision.help.${id}`),
        }))}
      />
      <Investigator investigators={investigators} />
      <FormTextArea name="reasons" label={t('decision.reasons')} rows={4} after={<CaseReaders caseId={file.id} />} />
      {way === 'propose' && (
        <FormSelect name="decider" label={t('decision.decider')} options={deciders.map(optionOf)} />
      )}
    </Form>
  );
}

function Investigator({ investigators }: { readonly investigators: readonly Decider[] }) {
  const { t } = useTranslation('intake');
  const { control } = useFormContext();
  const kind = useWatch({ control, name: 'kind' }) as string;
  if (kind !== 'open-investigation') return null;
  return <FormSelect name="investigator" label={t('decision.investigator')} options={investigators.map(optionOf)} />;
}

const optionOf = ({ staffId, name, title }: Decider) => ({ id: staffId, label: name, help: title });
