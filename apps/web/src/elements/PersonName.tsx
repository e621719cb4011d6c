/**
 * A person by chosen name or initials; on a shared screen initials only, so that who passes by learns nothing. A
 * protected person carries the word for it, never an address. (OSL 22:1, 21:3)
 */
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSharedScreen } from '../shell/shared-screen.js';
import { Icon } from './Icon.js';
import './PersonName.css';

export type Protection = 'none' | 'marking' | 'protected-registration' | 'assumed-identity';

export interface PersonNameProps {
  readonly name?: string | null;
  readonly initials: string;
  readonly protection?: Protection;
  readonly initialsOnly?: boolean;
}

export function PersonName({ name, initials, protection = 'none', initialsOnly }: PersonNameProps) {
  const { t } = useTranslation('elements');
  const { on: shared } = useSharedScreen();
  return (
    <span className="person">
      <bdi>{name && !initialsOnly && !shared ? name : initials}</bdi>
      {protection !== 'none' && (
        <span className="person-protected">
          <Icon of={ShieldCheck} />
          {t(`protection.${protection}`)}
        </span>
      )}
    </span>
  );
}
