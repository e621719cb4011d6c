/** A municipality's own words for what is seen, and its places on the sketch, one at a time beside the map as it becomes. */
import { Archive, ArchiveRestore, CircleAlert, Eye, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import {
  AreaSettingsDocument,
  AreaSettingsPreviewDocument,
  SetAreaSettingsDocument,
  type KeptAreaSettingsFragment,
} from '../graphql/generated/area/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import { inputOf, numbersAtFault, valuesOf, type PlaceValues, type SettingsValues } from './area-settings-values.js';
import { SettingsMap } from './SettingsMap.js';
import './area.css';

export default function AreaSettingsPage() {
  const { t } = useTranslation('area');
  const [{ data, error }, again] = useQuery({ query: AreaSettingsDocument });
  const kept = data?.areaSettings;
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} above={<SettingsPlace />}>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {kept && <Settling key={kept.version} kept={kept} onSaved={() => again({ requestPolicy: 'network-only' })} />}
    </Page>
  );
}

function Settling({ kept, onSaved }: { readonly kept: KeptAreaSettingsFragment; readonly onSaved: () => void }) {
  const { t } = useTranslation('area');
  const client = useClient();
  const [values, setValues] = useState<SettingsValues>(() => valuesOf(kept));
  const [chosen, setChosen] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isShown, setShown] = useState(false);
  const [save, { waiting }] = useAct(SetAreaSettingsDocument);
  const set = (next: SettingsValues) => {
    setValues(next);
    setShown(false);
  };
  const wrong = numbersAtFault(values);
  const errorOf = (field: string) =>
    wrong.includes(field) ? t('settings.number') : refusal?.fields.find((one) => one.field === field)?.sentence;
  const fields = [...wrong, ...(refusal?.fields.map(({ field }) => field) ?? [])];
  const input = inputOf(values, kept.version);
  /** What is at fault is opened: only the chosen place shows its fields. */
  const refuse = (next: Refusal | undefined) => {
    setRefusal(next);
    const place = next?.fields.map(({ field }) => /^places\.(\d+)\./.exec(field)?.[1]).find((at) => at !== undefined);
    if (place !== undefined) setChosen(Number(place));
  };
  const preview = async () => {
    const answer = await client.query(AreaSettingsPreviewDocument, { input }).toPromise();
    refuse(answer.error ? refusalOf(answer.error) : undefined);
    setShown(!answer.error);
  };
  const send = async () => {
    const outcome = await save({ input });
    refuse(outcome.refusal);
    if (outcome.refusal) return;
    toast(t('settings.saved'));
    onSaved();
  };
  return (
    <div className="stack gap-8">
      <Phenomena values={values} onChange={set} errorOf={errorOf} />
      {kept.hasSketch ? (
        <Places
          kept={kept}
          values={values}
          chosen={chosen}
          faulty={fields}
          onChoose={setChosen}
          onChange={set}
          errorOf={errorOf}
        />
      ) : (
        <Section title={t('settings.places')}>
          <p className="note">{t('settings.noSketch')}</p>
        </Section>
      )}
      <Refused refusal={refusal} fields={fields.filter((field) => field.includes('.'))} />
      <div className="stack gap-2">
        <div className="row gap-2">
          <Button icon={Eye} isDisabled={wrong.length > 0} onPress={() => void preview()}>
            {t('settings.preview')}
          </Button>
          <Button kind="primary" isPending={waiting} isDisabled={!isShown} onPress={() => void send()}>
            {t('settings.save')}
          </Button>
        </div>
        <p className="muted small" role="status">
          {t(isShown ? 'settings.shown' : 'settings.previewFirst')}
        </p>
      </div>
    </div>
  );
}

interface PartProps {
  readonly values: SettingsValues;
  readonly onChange: (values: SettingsValues) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function Phenomena({ values, onChange, errorOf }: PartProps) {
  const { t } = useTranslation('area');
  const { phenomena } = values;
  const change = (at: number, more: Partial<(typeof phenomena)[number]>) =>
    onChange({ ...values, phenomena: phenomena.map((one, index) => (index === at ? { ...one, ...more } : one)) });
  return (
    <Section title={t('settings.phenomena')}>
      <p className="muted">{t('settings.phenomenaWords')}</p>
      <ul className="area-terms" role="list">
        {phenomena.map((one, at) => (
          <li key={one.key} className="area-term" data-retired={one.retired || undefined}>
            <TextField
              label={t('settings.sv')}
              value={one.sv}
              onChange={(sv) => change(at, { sv })}
              error={errorOf(`phenomena.${at}.sv`)}
              isDisabled={one.retired}
            />
            <TextField
              label={t('settings.en')}
              optional
              value={one.en}
              onChange={(en) => change(at, { en })}
              error={errorOf(`phenomena.${at}.en`)}
              isDisabled={one.retired}
            />
            <Retire name={one.sv} retired={one.retired} onChange={(retired) => change(at, { retired })} />
          </li>
        ))}
      </ul>
      {errorOf('phenomena') && (
        <p className="refused" role="alert">
          {errorOf('phenomena')}
        </p>
      )}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() =>
            onChange({
              ...values,
              phenomena: [...phenomena, { key: crypto.randomUUID(), id: null, sv: '', en: '', retired: false }],
            })
          }
        >
          {t('settings.addPhenomenon')}
        </Button>
      </div>
    </Section>
  );
}

function Places({
  kept,
  values,
  chosen,
  faulty,
  onChoose,
  onChange,
  errorOf,
}: PartProps & {
  readonly kept: KeptAreaSettingsFragment;
  readonly chosen: number | null;
  /** Fields that something is wrong with. */
  readonly faulty: readonly string[];
  readonly onChoose: (at: number | null) => void;
}) {
  const { t } = useTranslation('area');
  const { places } = values;
  const change = (at: number, more: Partial<PlaceValues>) =>
    onChange({ ...values, places: places.map((one, index) => (index === at ? { ...one, ...more } : one)) });
  const add = () => {
    const place: PlaceValues = {
      key: crypto.randomUUID(),
      slug: null,
      name: '',
      district: kept.districts[0]?.slug ?? '',
      x: String(Math.round(kept.width / 2)),
      y: String(Math.round(kept.height / 2)),
      retired: false,
    };
    onChange({ ...values, places: [...places, place] });
    onChoose(places.length);
  };
  const one = chosen === null ? undefined : places[chosen];
  const isFaulty = (at: number): boolean => faulty.some((field) => field.startsWith(`places.${at}.`));
  return (
    <Section
      title={t('settings.places')}
      actions={
        <Button size="small" icon={Plus} onPress={add}>
          {t('settings.addPlace')}
        </Button>
      }
    >
      <p className="muted">{t('settings.placesWords')}</p>
      <div className="area-places">
        <ul className="area-place-list" role="list">
          {places.map(({ key, name, retired }, at) => (
            <li key={key}>
              <button
                type="button"
                className="area-place"
                aria-pressed={chosen === at}
                data-retired={retired || undefined}
                onClick={() => onChoose(at)}
              >
                {isFaulty(at) && <Icon of={CircleAlert} />}
                {name || t('settings.unnamed')}
                {retired && <span className="muted small"> {t('settings.retired')}</span>}
              </button>
            </li>
          ))}
        </ul>
        <div className="stack gap-4">
          <SettingsMap
            kept={kept}
            places={places}
            chosen={chosen}
            onChoose={onChoose}
            onPut={(at, x, y) => change(at, { x: String(x), y: String(y) })}
          />
          <p className="muted small">{t(one ? 'settings.mapPut' : 'settings.mapChoose')}</p>
          {one && chosen !== null && (
            <PlaceFields
              key={one.key}
              place={one}
              kept={kept}
              onChange={(more) => change(chosen, more)}
              errorOf={(field) => errorOf(`places.${chosen}.${field}`)}
            />
          )}
        </div>
      </div>
    </Section>
  );
}

function PlaceFields({
  place,
  kept,
  onChange,
  errorOf,
}: {
  readonly place: PlaceValues;
  readonly kept: KeptAreaSettingsFragment;
  readonly onChange: (more: Partial<PlaceValues>) => void;
  readonly errorOf: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('area');
  return (
    <div className="panel area-place-fields">
      <TextField
        label={t('settings.name')}
        value={place.name}
        onChange={(name) => onChange({ name })}
        error={errorOf('name')}
        isDisabled={place.retired}
      />
      <Select
        label={t('settings.district')}
        value={place.district}
        onChange={(district) => onChange({ district })}
        error={errorOf('district')}
        options={kept.districts.map(({ slug, name }) => ({ id: slug, label: name }))}
      />
      <TextField
        label={t('settings.x')}
        width="short"
        inputMode="numeric"
        value={place.x}
        onChange={(x) => onChange({ x })}
        error={errorOf('x')}
      />
      <TextField
        label={t('settings.y')}
        width="short"
        inputMode="numeric"
        value={place.y}
        onChange={(y) => onChange({ y })}
        error={errorOf('y')}
      />
      <Retire name={place.name} retired={place.retired} onChange={(retired) => onChange({ retired })} />
    </div>
  );
}

function Retire({
  name,
  retired,
  onChange,
}: {
  readonly name: string;
  readonly retired: boolean;
  readonly onChange: (retired: boolean) => void;
}) {
  const { t } = useTranslation('area');
  return (
    <Button size="small" kind="quiet" icon={retired ? ArchiveRestore : Archive} onPress={() => onChange(!retired)}>
      {t(retired ? 'settings.restore' : 'settings.retire')}
      <span className="vh"> {name}</span>
    </Button>
  );
}
