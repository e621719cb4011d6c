/** Who has custody, since when and how it is known; someone's word alone is flagged until it has been checked. (FB 6:2) */
import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as z from 'zod/mini';
import { MATURITIES } from '#domain/disclosure/vocabulary.js';
import { CUSTODY_SOURCES } from '#domain/person/custody.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormChoices, FormDateField, FormSelect, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import {
  AssessMaturityDocument,
  EndCustodyDocument,
  RecordCustodyDocument,
  type PersonFullFragment,
  type SeenFragment,
} from '../graphql/generated/person/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import type { PartProps } from './PersonPage.js';
import { PersonPicker } from './PersonPicker.js';

type Custody = PersonFullFragment['custody'][number];

const recordSchema = z.object({
  kind: z.string(),
  source: z.string(),
  sourceOn: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
});
const endSchema = z.object({ endsOn: z.string() });
const maturitySchema = z.object({ maturity: z.string(), reasons: z.string() });

export function CustodySection(props: PartProps) {
  const { t } = useTranslation('person');
  const { person, able } = props;
  const guardians = person.custody.filter(({ child }) => child.id === person.id);
  const children = person.custody.filter(({ guardian }) => guardian.id === person.id);
  const may = able.has('manage-custody') && !person.seen.nameIsWithheld;
  return (
    <Section title={t('custody.title')} actions={may ? <AddGuardian {...props} /> : undefined}>
      {guardians.length === 0 && (
        <p className="muted">{t(person.seen.nameIsWithheld ? 'identity.withheld' : 'custody.none')}</p>
      )}
      <ul className="person-rows">
        {guardians.map((row) => (
          <CustodyRow key={row.id} row={row} other={row.guardian} may={may} onChanged={props.onChanged} />
        ))}
      </ul>
      {children.length > 0 && (
        <>
          <h3>{t('custody.children')}</h3>
          <ul className="person-rows">
            {children.map((row) => (
              <CustodyRow key={row.id} row={row} other={row.child} may={may} onChanged={props.onChanged} />
            ))}
          </ul>
        </>
      )}
      <Maturity {...props} />
    </Section>
  );
}

function CustodyRow({
  row,
  other,
  may,
  onChanged,
}: {
  row: Custody;
  other: SeenFragment;
  may: boolean;
  onChanged: () => void;
}) {
  const { t } = useTranslation('person');
  const [end] = useAct(EndCustodyDocument);
  return (
    <li className="person-row" data-past={!row.isInForce || undefined}>
      <Link to={`/person/${other.id}`}>
        <SeenName seen={other} />
      </Link>
      <span className="person-facts">
        {t(`custody.kind.${row.kind}`)} · {t(`custody.source.${row.source}`)} {row.sourceOn} ·{' '}
        {row.endsOn
          ? t('custody.fromTo', { from: row.startsOn, to: row.endsOn })
          : t('custody.from', { from: row.startsOn })}
      </span>
      {row.isUnchecked && (
        <span className="person-unchecked">
          <Icon of={TriangleAlert} />
          {t('custody.unchecked')}
        </span>
      )}
      {may && row.endsOn === null && (
        <Dialog
          title={t('custody.end')}
          trigger={
            <Button size="small" kind="quiet" aria-label={t('custody.endName', { name: other.name })}>
              {t('custody.end')}
            </Button>
          }
        >
          {(close) => (
            <Form<z.infer<typeof endSchema>>
              schema={endSchema}
              draft={`custody-end:${row.id}`}
              version={row.version}
              start={{ endsOn: '' }}
              submit={t('custody.end')}
              onSubmit={async ({ endsOn }) => {
                const outcome = await end({ input: { id: row.id, version: row.version, endsOn } });
                if (isConflict(outcome.refusal)) onChanged();
                if (outcome.refusal) return outcome.refusal;
                close();
                onChanged();
                return undefined;
              }}
            >
              <FormDateField name="endsOn" label={t('custody.endsOn')} help={t('custody.endsOnHelp')} />
            </Form>
          )}
        </Dialog>
      )}
    </li>
  );
}

function AddGuardian({ person, onChanged }: PartProps) {
  const { t } = useTranslation('person');
  const [record] = useAct(RecordCustodyDocument);
  const [open, setOpen] = useState(false);
  const [guardian, setGuardian] = useState<SeenFragment | null>(null);
  return (
    <Dialog
      title={t('custody.add')}
      place="side"
      isOpen={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon={Plus}>
          {t('custody.add')}
        </Button>
      }
    >
      {guardian === null ? (
        <PersonPicker onPick={setGuardian} without={[person.id]} autoFocus />
      ) : (
        <div className="stack gap-4">
          <div className="person-chosen">
            <div>
              <SeenName seen={guardian} /> <SeenFacts seen={guardian} />
            </div>
            <Button size="small" kind="quiet" onPress={() => setGuardian(null)}>
              {t('picker.other')}
            </Button>
          </div>
          <Form<z.infer<typeof recordSchema>>
            schema={recordSchema}
            draft={`custody:${person.id}:${guardian.id}`}
            start={{ kind: 'parent', source: '', sourceOn: '', startsOn: '', endsOn: '' }}
            submit={t('save')}
            onSubmit={async (values) => {
              const outcome = await record({ input: { childId: person.id, guardianId: guardian.id, ...values } });
              if (outcome.refusal) return outcome.refusal;
              setOpen(false);
              setGuardian(null);
              onChanged();
              return undefined;
            }}
          >
            <FormChoices
              name="kind"
              label={t('custody.kindLabel')}
              across
              choices={(['parent', 'appointed'] as const).map((id) => ({ id, label: t(`custody.kind.${id}`) }))}
            />
            <FormSelect
              name="source"
              label={t('custody.sourceLabel')}
              help={t('custody.sourceHelp')}
              options={CUSTODY_SOURCES.map((id) => ({ id, label: t(`custody.source.${id}`) }))}
            />
            <FormDateField name="sourceOn" label={t('custody.sourceOn')} />
            <FormDateField name="startsOn" label={t('custody.startsOn')} />
          </Form>
        </div>
      )}
    </Dialog>
  );
}

function Maturity({ person, able, onChanged }: PartProps) {
  const { t } = useTranslation('person');
  const [assess] = useAct(AssessMaturityDocument);
  const latest = person.decisions.find(({ kind }) => kind === 'maturity');
  return (
    <div className="stack gap-2">
      <h3>{t('maturity.title')}</h3>
      <p>{person.maturity ? t(`maturity.${person.maturity}`) : t('maturity.none')}</p>
      {latest?.reasons && (
        <p className="muted small prose">
          {latest.reasons} ({latest.askedByName})
        </p>
      )}
      {able.has('manage-custody') && (
        <Dialog title={t('maturity.assess')} trigger={<Button size="small">{t('maturity.assess')}</Button>}>
          {(close) => (
            <Form<z.infer<typeof maturitySchema>>
              schema={maturitySchema}
              start={{ maturity: person.maturity ?? '', reasons: '' }}
              draft={`maturity:${person.id}`}
              version={person.version}
              submit={t('save')}
              onSubmit={async (values) => {
                const outcome = await assess({ input: { id: person.id, version: person.version, ...values } });
                if (isConflict(outcome.refusal)) onChanged();
                if (outcome.refusal) return outcome.refusal;
                close();
                onChanged();
                return undefined;
              }}
            >
              <FormChoices
                name="maturity"
                label={t('maturity.question')}
                choices={MATURITIES.map((id) => ({ id, label: t(`maturity.${id}`) }))}
              />
              <FormTextArea name="reasons" label={t('reasons')} rows={3} />
            </Form>
          )}
        </Dialog>
      )}
    </div>
  );
}
