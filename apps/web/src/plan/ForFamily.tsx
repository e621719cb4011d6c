/** Who of the family does it, and whether they read it in their own plan; what the rule keeps from them is said before it is sent. */
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useMemberName } from './FamilyVoices.js';
import type { Member } from './words.js';

interface Value {
  readonly promisedBy: string;
  readonly forFamily: boolean;
  readonly familyWords: string;
}

interface ForFamilyProps {
  readonly family: readonly Member[];
  readonly canPromise: boolean;
  /** It comes of what one of them proposed. */
  readonly isProposed: boolean;
  readonly category: string;
  readonly value: Value;
  readonly onChange: (value: Partial<Value>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Kinds of information that neither the young person nor a guardian is told without somebody’s assessment (OSL 12:1, 12:3). */
const ASSESSED: readonly string[] = ['report-content', 'crime-and-suspicion', 'threat-assessment'];

const NOBODY = 'nobody';

export function ForFamily(props: ForFamilyProps) {
  const { family, canPromise, isProposed, category, value, onChange, errorOf } = props;
  const { t } = useTranslation('plan');
  const nameOf = useMemberName();
  return (
    <>
      {canPromise && (
        <Select
          label={t('family.promisedBy')}
          help={t('family.promisedByHelp')}
          value={value.promisedBy || NOBODY}
          // What somebody of the family does they read in their own plan.
          onChange={(key) => onChange(key === NOBODY ? { promisedBy: '' } : { promisedBy: key, forFamily: true })}
          error={errorOf('promisedBy')}
          options={[
            { id: NOBODY, label: t('family.nobody') },
            ...family.map((member) => ({ id: member.key, label: nameOf(member) })),
          ]}
        />
      )}
      <Checkbox
        label={t('family.reads')}
        help={t(
          isProposed
            ? 'family.readsProposed'
            : ASSESSED.includes(category)
              ? 'family.readsAssessed'
              : category === 'home-and-family'
                ? 'family.readsHome'
                : 'family.readsHelp',
        )}
        value={value.forFamily}
        onChange={(forFamily) => onChange({ forFamily })}
      />
      {value.forFamily && (
        <TextArea
          label={t('family.words')}
          help={t('family.wordsHelp')}
          optional
          rows={2}
          value={value.familyWords}
          onChange={(familyWords) => onChange({ familyWords })}
          error={errorOf('familyWords')}
        />
      )}
    </>
  );
}
