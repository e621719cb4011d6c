/** The way in to everything that keeps the house in order: only the doors that the acting role can open. */
import {
  CalendarClock,
  FileSignature,
  FileUp,
  House,
  KeyRound,
  MapPin,
  Network,
  Scale,
  Shapes,
  Timer,
  Users,
  Video,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Capability } from '#domain/organisation/capability.js';
import { hasCapability } from '#domain/organisation/role.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { EmptyState } from '../elements/states.js';
import { pages } from '../shell/pages.js';
import { useViewer } from '../shell/viewer.js';
import './organisation.css';

interface Door {
  readonly path: string;
  readonly icon: LucideIcon;
  /** Key under `settings.doors`. */
  readonly words:
    | 'parties'
    | 'staff'
    | 'roles'
    | 'roster'
    | 'slots'
    | 'agreements'
    | 'forms'
    | 'area'
    | 'deadlines'
    | 'family'
    | 'webhook'
    | 'limits'
    | 'import';
  readonly needs: Capability;
}

const DOORS: readonly Door[] = [
  { path: '/installningar/organisation', icon: Network, words: 'parties', needs: 'manage-organisation' },
  { path: '/installningar/personal', icon: Users, words: 'staff', needs: 'manage-organisation' },
  { path: '/installningar/roller', icon: KeyRound, words: 'roles', needs: 'manage-roster' },
  { path: '/installningar/jour', icon: CalendarClock, words: 'roster', needs: 'manage-roster' },
  { path: '/installningar/hubbtider', icon: Video, words: 'slots', needs: 'manage-slots' },
  { path: '/installningar/overenskommelser', icon: FileSignature, words: 'agreements', needs: 'manage-agreements' },
  { path: '/installningar/former', icon: Shapes, words: 'forms', needs: 'manage-forms' },
  { path: '/installningar/omrade', icon: MapPin, words: 'area', needs: 'manage-forms' },
  { path: '/installningar/frister', icon: Timer, words: 'deadlines', needs: 'manage-organisation' },
  { path: '/installningar/familjens-sida', icon: House, words: 'family', needs: 'manage-organisation' },
  { path: '/installningar/eget-system', icon: Webhook, words: 'webhook', needs: 'manage-own-system' },
  { path: '/installningar/grunder', icon: Scale, words: 'limits', needs: 'manage-organisation' },
  { path: '/installningar/import', icon: FileUp, words: 'import', needs: 'manage-organisation' },
];

export default function SettingsPage() {
  const { t } = useTranslation('organisation');
  const role = useViewer()?.acting.role;
  const open = DOORS.filter(
    (door) => role !== undefined && hasCapability(role, door.needs) && pages.some((page) => page.path === door.path),
  );
  return (
    <Page
      title={t('settings.title')}
      lead={t(role === 'administrator' ? 'settings.leadAdministrator' : 'settings.lead')}
    >
      {open.length === 0 ? (
        <EmptyState icon={KeyRound} title={t('settings.none')}>
          {t('settings.noneWords')}
        </EmptyState>
      ) : (
        <ul className="doors" role="list">
          {open.map((door) => (
            <li key={door.path}>
              <Link to={door.path} className="door">
                <Icon of={door.icon} />
                <span>
                  <span className="door-title">{t(`settings.doors.${door.words}.title`)}</span>
                  <span className="door-words">{t(`settings.doors.${door.words}.words`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
