/**
 * Search, then choose or register: the one way in which a person comes into a form. Gives the chosen person to `onPick`;
 * the form around it keeps the id. Uses no `form` element while searching, so it may stand within a form's page, but not
 * inside a `Form` while someone is being registered: put it beside the form or in a `Dialog`.
 */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import type { SeenFragment } from '../graphql/generated/person/graphql.js';
import type { BegunPerson } from './begun-people.js';
import { BeginPerson, BegunPeople } from './BegunPeople.js';
import { CreatePersonForm } from './CreatePersonForm.js';
import { PersonSearch } from './PersonSearch.js';

export interface PersonPickerProps {
  readonly onPick: (person: SeenFragment) => void;
  /** Words to begin with, from what is already typed elsewhere. */
  readonly start?: string;
  /** False where only someone who is registered can be meant. */
  readonly mayCreate?: boolean;
  readonly autoFocus?: boolean;
  /** Not to be chosen, such as the person themselves. */
  readonly without?: readonly string[];
  /** In place of registering somebody here: what one does who finds nobody that fits. */
  readonly otherwise?: (asked: string, found: number) => ReactNode;
  readonly error?: string;
}

export function PersonPicker(props: PersonPickerProps) {
  const { onPick, start, mayCreate = true, autoFocus, without = [], otherwise, error } = props;
  const { t } = useTranslation('person');
  const [creating, setCreating] = useState<BegunPerson | null>(null);
  if (creating !== null)
    return (
      <CreatePersonForm begun={creating} onCreated={onPick} onExisting={onPick} onCancel={() => setCreating(null)} />
    );
  return (
    <>
      {mayCreate && <BegunPeople onGoOn={setCreating} />}
      <PersonSearch
        start={start}
        autoFocus={autoFocus}
        error={error}
        act={(hit) =>
          without.includes(hit.id) ? null : (
            <Button size="small" onPress={() => onPick(hit)} aria-label={t('picker.chooseName', { name: hit.name })}>
              {t('picker.choose')}
            </Button>
          )
        }
        otherwise={mayCreate ? (asked) => <BeginPerson asked={asked} onBegun={setCreating} /> : otherwise}
      />
    </>
  );
}
