/** Which agencies and kinds of information a signer takes away, each a tick; what was taken before is not offered again. */
import { useTranslation } from 'react-i18next';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { Checkbox } from '../elements/fields/choices.js';
import type { ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export interface Taken {
  readonly houses: readonly string[];
  readonly categories: readonly string[];
}

export const NOTHING_TAKEN: Taken = { houses: [], categories: [] };

export function TakenAway(props: {
  readonly consent: ConsentWholeFragment;
  readonly label: string;
  readonly value: Taken;
  readonly onChange: (value: Taken) => void;
}) {
  const { t } = useTranslation('consent');
  const language = useLanguage();
  const { consent, label, value, onChange } = props;
  const houses = [...new Set([...consent.now.from, ...consent.now.to])];
  const toggle = (list: readonly string[], id: string, on: boolean) =>
    on ? [...list, id] : list.filter((one) => one !== id);
  return (
    <fieldset className="stack gap-2">
      <legend className="label">{label}</legend>
      <p className="small muted">{t('taken.houses')}</p>
      {houses.map((house) => (
        <Checkbox
          key={house}
          label={consent.houses.find(({ written }) => written === house)?.name ?? house}
          value={value.houses.includes(house)}
          onChange={(on) => onChange({ ...value, houses: toggle(value.houses, house, on) })}
        />
      ))}
      <p className="small muted">{t('taken.categories')}</p>
      {consent.now.categories.map((category) => (
        <Checkbox
          key={category}
          label={NOTICE_WORDS[language].categories[category as Category]}
          value={value.categories.includes(category)}
          onChange={(on) => onChange({ ...value, categories: toggle(value.categories, category, on) })}
        />
      ))}
    </fieldset>
  );
}
