/** Those of one party who are to have a place: each a row with mandate, the young person's wish and who stands in ([S1]). */
import { CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select, type Option } from '../elements/fields/pick.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { hasPlace, keyOf, type Choice, type Forming, type PartyOfForm, type Row, type RowFaults } from './forming.js';
import { useKinds } from './use-kinds.js';

const MANDATES = ['decides', 'speaks', 'listens'] as const;
const NOBODY = 'nobody';

interface PartySeatsProps {
  readonly group: Forming;
  readonly party: PartyOfForm;
  readonly rows: readonly Row[];
  readonly faults: ReadonlyMap<string, RowFaults>;
  /** Why this party cannot be left as it is. */
  readonly error: string | undefined;
  readonly onChange: (rows: readonly Row[]) => void;
}

const optionOf = (seat: Choice): Option => ({
  id: keyOf(seat),
  label: seat.name,
  help: `${seat.title}, ${seat.unitName}, ${seat.branchName}`,
});

export function PartySeats({ group, party, rows, faults, error, onChange }: PartySeatsProps) {
  const { t } = useTranslation('group');
  const kinds = useKinds();
  const name = party.must ? kinds(party.kinds) : t('form.more');
  const ofParty = (kind: string) => (party.must ? party.kinds.includes(kind) : !isRequired(group, kind));
  const seated = group.members.filter((one) => hasPlace(one) && ofParty(one.houseKind));
  const own = rows.filter(({ key }) => party.choices.some((seat) => keyOf(seat) === key));
  // One person has one place, whatever posts they have.
  const taken = new Set([
    ...rows.flatMap(({ key, deputy }) => [key, deputy]).map(staffOf),
    ...group.members.filter(hasPlace).map(({ staffId }) => staffId),
  ]);
  const free = party.choices.filter(({ staffId }) => !taken.has(staffId));
  const change = (key: string, part: Partial<Row>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  if (!party.must && party.choices.length === 0) return null;
  return (
    <fieldset className="stack gap-3 group-party">
      <legend className="group-party-name">
        <span className="group-party-title">{name}</span>
        {party.must && (seated.length > 0 || own.length > 0) ? (
          <span className="group-party-there">
            <Icon of={CircleCheck} />
            {t('form.partyThere')}
          </span>
        ) : (
          <span className="muted small">{t(party.must ? 'form.partyNeeded' : 'form.partyMay')}</span>
        )}
      </legend>
      {seated.map((one) => (
        <p key={one.id}>
          {one.name} <span className="muted small">{t('form.hasPlace')}</span>
        </p>
      ))}
      {own.map((row) => {
        const seat = party.choices.find((one) => keyOf(one) === row.key)!;
        const wrong = faults.get(row.key);
        const standIns = party.choices.filter(
          (one) => one.branchName === seat.branchName && (keyOf(one) === row.deputy || free.includes(one)),
        );
        return (
          <div key={row.key} className="group-seat" role="group" aria-label={seat.name}>
            <div className="group-seat-who">
              <span>
                <strong>{seat.name}</strong>
                <span className="choice-help">
                  {seat.title}, {seat.unitName}
                </span>
              </span>
              <AgencyBadge kind={seat.houseKind as PartyKind} name={seat.branchName} />
              <Button
                size="small"
                kind="quiet"
                icon={X}
                onPress={() => onChange(rows.filter(({ key }) => key !== row.key))}
              >
                {t('form.remove')}
                <span className="vh"> {seat.name}</span>
              </Button>
            </div>
            {wrong?.who && (
              <p className="error" role="alert">
                {wrong.who}
              </p>
            )}
            <div className="group-seat-fields">
              <Select
                label={t('mandate.label')}
                value={row.mandate}
                onChange={(mandate) => change(row.key, { mandate })}
                error={wrong?.mandate}
                options={MANDATES.map((id) => ({ id, label: t(`mandate.${id}`) }))}
              />
              <Select
                label={t('form.deputy')}
                value={row.deputy || NOBODY}
                onChange={(deputy) => change(row.key, { deputy: deputy === NOBODY ? '' : deputy })}
                error={wrong?.deputy}
                options={[{ id: NOBODY, label: t('form.noDeputy') }, ...standIns.map(optionOf)]}
              />
            </div>
            {group.form.level === 'persons' && (
              <Checkbox
                label={t('members.wishedLabel')}
                value={row.wished}
                onChange={(wished) => change(row.key, { wished })}
              />
            )}
          </div>
        );
      })}
      {party.choices.length === 0 ? (
        <p className={error ? 'error' : 'muted'} role="status">
          {t('form.nobodyThere')}
        </p>
      ) : (
        free.length > 0 && (
          <Select
            label={t(own.length > 0 ? 'form.another' : 'form.choose', { party: name })}
            value=""
            onChange={(key) => onChange([...rows, { key, mandate: 'speaks', wished: false, deputy: '' }])}
            error={error}
            options={free.map(optionOf)}
          />
        )
      )}
    </fieldset>
  );
}

const staffOf = (key: string): string => key.split(' ')[0] ?? '';
const isRequired = ({ form }: Forming, kind: string): boolean => form.must.some(({ kinds }) => kinds.includes(kind));
