/** To which houses, and who reads it there: named people, since nobody reads a case that they do not work on. */
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Checkbox } from '../elements/fields/choices.js';
import { ComboBox } from '../elements/fields/pick.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { toggled, type Choice, type House, type Sharing } from './share-choice.js';

export interface WhomToTellProps {
  readonly sharing: Sharing;
  readonly choice: Choice;
  readonly onChange: (part: Partial<Choice>) => void;
}

export function WhomToTell({ sharing, choice, onChange }: WhomToTellProps) {
  const { t } = useTranslation('share');
  return (
    <Section title={t('whom.title')}>
      <div className="stack gap-2">
        {sharing.houses.map((house) => (
          <div key={house.branchId} className="stack gap-2">
            <Checkbox
              label={<AgencyBadge kind={house.kind as PartyKind} name={house.name} />}
              help={working(house).join(', ') || undefined}
              value={choice.houses.includes(house.branchId)}
              onChange={(on) => onChange({ houses: toggled(choice.houses, house.branchId, on) })}
            />
            {choice.houses.includes(house.branchId) && <Receivers house={house} choice={choice} onChange={onChange} />}
          </div>
        ))}
        {sharing.houses.length === 0 && <p className="muted">{t('whom.none')}</p>}
      </div>
    </Section>
  );
}

const working = ({ people }: House): readonly string[] =>
  people.filter(({ isWorking }) => isWorking).map(({ name }) => name);

function Receivers({ house, choice, onChange }: { house: House } & Omit<WhomToTellProps, 'sharing'>) {
  const { t } = useTranslation('share');
  const there = working(house);
  const [chosen = ''] = choice.receivers[house.branchId] ?? [];
  return (
    <div className="share-receiver">
      <ComboBox
        label={there.length > 0 ? t('whom.another', { name: house.name }) : t('whom.reader', { name: house.name })}
        help={there.length > 0 ? t('whom.working', { names: there.join(', ') }) : t('whom.readerHelp')}
        optional={there.length > 0}
        value={chosen}
        onChange={(staffId) =>
          onChange({ receivers: { ...choice.receivers, [house.branchId]: staffId === '' ? [] : [staffId] } })
        }
        options={house.people
          .filter(({ isWorking }) => !isWorking)
          .map(({ staffId, name, title, unitName }) => ({ id: staffId, label: name, help: `${title}, ${unitName}` }))}
      />
    </div>
  );
}
