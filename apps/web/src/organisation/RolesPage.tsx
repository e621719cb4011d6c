/** What each role may do, in plain words, from the very table that every request is held against. */
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isContentCapability } from '#domain/organisation/capability.js';
import { capabilitiesOf, ROLES, type Role } from '#domain/organisation/role.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

export default function RolesPage() {
  const { t } = useTranslation('organisation');
  return (
    <Page title={t('roles.title')} above={<SettingsPlace />} lead={t('roles.lead')}>
      <div className="roles">
        {ROLES.map((role) => (
          <RolePanel key={role} role={role} />
        ))}
      </div>
    </Page>
  );
}

function RolePanel({ role }: { readonly role: Role }) {
  const { t } = useTranslation('organisation');
  const may = capabilitiesOf(role);
  const content = may.some(isContentCapability);
  return (
    <section className="panel stack gap-3" aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{t(`role.${role}`)}</h2>
      <p>{t(`roleWords.${role}`)}</p>
      <p className="row gap-2 muted">
        <Icon of={content ? Eye : EyeOff} />
        {t(content ? 'roles.seesContent' : 'roles.seesNoContent')}
      </p>
      <ul className="may">
        {may.map((capability) => (
          <li key={capability}>{t(`may.${capability}`)}</li>
        ))}
      </ul>
    </section>
  );
}
