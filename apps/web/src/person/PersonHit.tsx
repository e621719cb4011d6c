/** One person in a list: name or case name, number, year of birth, protection; what is withheld is said, not blanked. */
import { useTranslation } from 'react-i18next';
import { PersonName, type Protection } from '../elements/PersonName.js';
import type { SeenFragment } from '../graphql/generated/person/graphql.js';
import { shownNumber } from './shown-number.js';

export function SeenName({ seen }: { seen: SeenFragment }) {
  return <PersonName name={seen.name} initials={seen.initials} protection={seen.protection as Protection} />;
}

/** The facts under the name, in one line. */
export function SeenFacts({ seen }: { seen: SeenFragment }) {
  const { t } = useTranslation('person');
  if (seen.nameIsWithheld) return <span className="person-facts">{t('hit.withheld')}</span>;
  const born = seen.born && (seen.bornExact ? seen.born : t('hit.aboutYear', { year: seen.born.slice(0, 4) }));
  return (
    <span className="person-facts">
      {seen.personalNumber ? <bdi>{shownNumber(seen.personalNumber)}</bdi> : t('hit.noNumber', { born })}
      {seen.contact?.phone && (
        <>
          {' · '}
          <bdi>{seen.contact.phone}</bdi>
        </>
      )}
    </span>
  );
}
