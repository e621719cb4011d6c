/** Guardians who stand under no consent here: before it is put before the family, or because an assessment keeps them out. */
import { useTranslation } from 'react-i18next';
import { Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { GuardianTelling, type Guardians } from './GuardianTelling.js';

export function OtherGuardians(props: {
  readonly caseId: string;
  readonly guardians: Guardians;
  /** Who signs, and is shown there. */
  readonly signerIds: readonly string[];
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('consent');
  const { caseId, guardians, signerIds, onChanged } = props;
  const others = guardians.guardians.filter(({ person }) => !signerIds.includes(person.id));
  if (others.length === 0 && guardians.guardians.length > 0) return null;
  return (
    <Section title={t('guardian.title')}>
      {others.length === 0 && <p className="muted">{t('guardian.none')}</p>}
      <ul className="signers">
        {others.map((guardian) => (
          <li key={guardian.person.id} className="panel stack gap-2">
            <p>
              {guardian.person.name && guardian.person.initials ? (
                <PersonName
                  name={guardian.person.name}
                  initials={guardian.person.initials}
                  protection={(guardian.person.protection ?? 'none') as Protection}
                />
              ) : (
                t('protectedName')
              )}
            </p>
            <GuardianTelling caseId={caseId} guardian={guardian} guardians={guardians} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
