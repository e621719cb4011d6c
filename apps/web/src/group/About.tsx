/** Whom a group is about, as far as the reader may know, or where. */
import { Landmark, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import type { GroupPersonFragment } from '../graphql/generated/group/graphql.js';
import { useSharedScreen } from '../shell/shared-screen.js';

export function About({ about }: { readonly about: GroupPersonFragment }) {
  const { t } = useTranslation('group');
  const { on: shared } = useSharedScreen();
  const { person, told, area, board, caseNumber } = about;
  if (person)
    return <PersonName name={person.name} initials={person.initials} protection={person.protection as Protection} />;
  if (area)
    return (
      <span className="group-area">
        <Icon of={board ? Landmark : MapPin} />
        {area}
      </span>
    );
  if (told && !shared) return <bdi>{told}</bdi>;
  return <>{t('unnamed', { number: caseNumber ?? '' })}</>;
}
