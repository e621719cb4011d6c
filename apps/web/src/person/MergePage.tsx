/** Two records side by side before they become one: what differs is chosen by a person, and nothing is thrown away. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import * as z from 'zod/mini';
import { ButtonLink } from '../elements/Button.js';
import { FormChoices, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import {
  MergePeopleDocument,
  MergePreviewDocument,
  type MergePreviewQuery,
} from '../graphql/generated/person/graphql.js';
import { isConflict, refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import { PersonPicker } from './PersonPicker.js';
import './person.css';

export default function MergePage() {
  const { t } = useTranslation('person');
  const { personId = '' } = useParams();
  const [other, setOther] = useState<string | null>(null);
  return (
    <Page
      title={t('merge.title')}
      lead={t('merge.lead')}
      width="read"
      actions={<ButtonLink to={`/person/${personId}`}>{t('cancel')}</ButtonLink>}
    >
      {other === null ? (
        <Section title={t('merge.which')}>
          <PersonPicker onPick={({ id }) => setOther(id)} without={[personId]} mayCreate={false} autoFocus />
        </Section>
      ) : (
        <SideBySide one={personId} other={other} />
      )}
    </Page>
  );
}

function SideBySide({ one, other }: { one: string; other: string }) {
  const [{ data, error }, again] = useQuery({ query: MergePreviewDocument, variables: { one, other } });
  if (error) return <Failing refusal={refusalOf(error)} onRetry={again} />;
  if (!data) return <Waiting lines={6} />;
  return <MergeForm preview={data.mergePreview} again={() => again({ requestPolicy: 'network-only' })} />;
}

const schema = z.object({ choices: z.record(z.string(), z.string()), reasons: z.string() });
/** Decided by the number that is kept, not by a choice. */
const OF_THE_NUMBER = new Set(['number', 'born']);

function MergeForm({ preview, again }: { preview: MergePreviewQuery['mergePreview']; again: () => void }) {
  const { t } = useTranslation('person');
  const go = useNavigate();
  const [merge] = useAct(MergePeopleDocument);
  const { kept, folded } = preview;
  const conflicts = preview.conflicts.filter(({ field }) => !kept.personalNumber || !OF_THE_NUMBER.has(field));
  const cases = preview.moved.find(({ kind }) => kind === 'case_file.person_id')?.count ?? 0;
  const rows = preview.moved.reduce((sum, { count }) => sum + count, 0);
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ choices: Object.fromEntries(conflicts.map(({ field }) => [field, 'kept'])), reasons: '' }}
      draft={`merge:${kept.id}:${folded.id}`}
      submit={t('merge.do')}
      acts={
        <ButtonLink kind="quiet" to={`/person/${kept.id}`}>
          {t('cancel')}
        </ButtonLink>
      }
      onSubmit={async ({ choices, reasons }) => {
        const outcome = await merge({
          input: {
            keptId: kept.id,
            foldedId: folded.id,
            keptVersion: preview.keptVersion,
            foldedVersion: preview.foldedVersion,
            takeFolded: Object.keys(choices).filter((field) => choices[field] === 'folded'),
            reasons,
          },
        });
        if (isConflict(outcome.refusal)) again();
        if (outcome.refusal) return outcome.refusal;
        toast(t('merge.done'));
        void go(`/person/${kept.id}`);
        return undefined;
      }}
    >
      <div className="merge-sides">
        <section className="panel" aria-label={t('merge.kept')}>
          <p className="person-facts">{t('merge.kept')}</p>
          <SeenName seen={kept} />
          <SeenFacts seen={kept} />
        </section>
        <section className="panel" aria-label={t('merge.folded')}>
          <p className="person-facts">{t('merge.folded')}</p>
          <SeenName seen={folded} />
          <SeenFacts seen={folded} />
        </section>
      </div>
      {conflicts.map((conflict) => (
        <FormChoices
          key={conflict.field}
          name={`choices.${conflict.field}`}
          label={t('merge.shows', { field: t(`identity.${conflict.field}`) })}
          across
          choices={[
            { id: 'kept', label: conflict.kept },
            { id: 'folded', label: conflict.other },
          ]}
        />
      ))}
      <div className="note">
        <div>
          <p>{t('merge.moves', { count: rows, cases })}</p>
          {preview.filled.length > 0 && (
            <p>{t('merge.fills', { fields: preview.filled.map(({ field }) => t(`identity.${field}`)).join(', ') })}</p>
          )}
          {preview.protection !== 'none' && (
            <p>{t('merge.protection', { protection: t(`protection.${preview.protection}`) })}</p>
          )}
          <p>{t('merge.undoable')}</p>
        </div>
      </div>
      <FormTextArea name="reasons" label={t('reasons')} help={t('merge.reasonsHelp')} rows={3} />
    </Form>
  );
}
