/** What can be done to a party: a new name, an end, and opening it again. */
import { Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { FormCheckbox, FormSelect, FormTextField } from '../elements/form/fields.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { AddPartyDocument, ChangePartyDocument, EndPartyDocument } from '../graphql/generated/organisation/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { DialogForm } from './DialogForm.js';
import { isUnitKind, UNIT_KINDS, type Branch, type Unit } from './parties.js';
import { nothingSchema, partySchema, unitSchema, type PartyValues, type UnitValues } from './schemas.js';

type Level = 'authority' | 'branch' | 'unit';
interface Party {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly endedAt?: string | null;
}

export function Ended({ at }: { readonly at?: string | null }) {
  const { t } = useTranslation('organisation');
  return at ? (
    <span className="ended">
      {t('parties.ended')} <Time at={at} as="day" />
    </span>
  ) : null;
}

export function RenameButton({ level, party, onDone }: { level: Level; party: Party; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [change] = useAct(ChangePartyDocument);
  return (
    <DialogForm<PartyValues>
      title={t('parties.renameOf', { name: party.name })}
      trigger={
        <Button size="small" kind="quiet" icon={Pencil} aria-label={t('parties.renameOf', { name: party.name })}>
          {t('parties.rename')}
        </Button>
      }
      schema={partySchema}
      draft={`party:${party.id}`}
      version={party.version}
      start={{ name: party.name }}
      submit={t('save')}
      done={t('saved')}
      act={({ name }) => change({ input: { level, id: party.id, version: party.version, name } })}
      onDone={onDone}
    >
      <FormTextField name="name" label={t('parties.name')} />
    </DialogForm>
  );
}

export function EndPartyButton({ level, party, onDone }: { level: Level; party: Party; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [end] = useAct(EndPartyDocument);
  const { id, version, name } = party;
  if (party.endedAt) {
    const open = async () => {
      const { refusal } = await end({ input: { level, id, version, ended: false } });
      toast(refusal ? refusal.sentence : t('parties.opened'));
      onDone();
    };
    return (
      <Button size="small" kind="quiet" aria-label={t('parties.openOf', { name })} onPress={() => void open()}>
        {t('parties.open')}
      </Button>
    );
  }
  return (
    <DialogForm
      title={t('parties.endOf', { name })}
      trigger={
        <Button size="small" kind="quiet" aria-label={t('parties.endOf', { name })}>
          {t('parties.end')}
        </Button>
      }
      schema={nothingSchema}
      start={{}}
      submit={t('parties.end')}
      danger
      done={t('parties.endedNow', { name })}
      act={() => end({ input: { level, id, version, ended: true } })}
      onDone={onDone}
    >
      <p>{t(`parties.endWords.${level}`)}</p>
    </DialogForm>
  );
}

/** Adds a unit to the branch, or changes the one given. */
export function UnitButton({ branch, unit, onDone }: { branch: Branch; unit?: Unit; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [add] = useAct(AddPartyDocument);
  const [change] = useAct(ChangePartyDocument);
  const kinds = unit && !isUnitKind(unit.kind) ? [unit.kind, ...UNIT_KINDS] : UNIT_KINDS;
  const title = unit ? t('parties.changeOf', { name: unit.name }) : t('parties.addUnitTo', { name: branch.name });
  return (
    <DialogForm<UnitValues>
      title={title}
      trigger={
        <Button size="small" kind={unit ? 'quiet' : 'secondary'} icon={unit ? Pencil : Plus} aria-label={title}>
          {unit ? t('parties.change') : t('parties.addUnit')}
        </Button>
      }
      schema={unitSchema}
      draft={unit ? `party:${unit.id}` : `unit-new:${branch.id}`}
      version={unit?.version}
      start={
        unit
          ? { name: unit.name, kind: unit.kind, answersHub: unit.answersHub }
          : { name: '', kind: '', answersHub: false }
      }
      submit={unit ? t('save') : t('add')}
      done={unit ? t('saved') : t('added')}
      act={(values) =>
        unit
          ? change({ input: { level: 'unit', id: unit.id, version: unit.version, ...values } })
          : add({ input: { level: 'unit', withinId: branch.id, ...values } })
      }
      onDone={onDone}
    >
      <FormTextField name="name" label={t('parties.name')} />
      <FormSelect
        name="kind"
        label={t('parties.unitKind')}
        options={kinds.map((kind) => ({ id: kind, label: isUnitKind(kind) ? t(`unitKinds.${kind}`) : kind }))}
      />
      <FormCheckbox name="answersHub" label={t('parties.answersHub')} help={t('parties.answersHubHelp')} />
    </DialogForm>
  );
}
