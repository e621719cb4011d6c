import { Settings } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

/** What keeps the house in order. Who may do what there is decided by the api; the navigation only leads the way. */
export const routes: readonly PageRoute[] = [
  {
    path: '/installningar',
    title: 'organisation:settings.title',
    nav: { order: 90, icon: Settings, roles: ['administrator', 'manager', 'coordinator'] },
    load: () => import('./SettingsPage.js'),
  },
  {
    path: '/installningar/organisation',
    title: 'organisation:parties.title',
    load: () => import('./PartiesPage.js'),
  },
  { path: '/installningar/personal', title: 'organisation:staff.title', load: () => import('./StaffPage.js') },
  {
    path: '/installningar/personal/:id',
    title: 'organisation:member.title',
    load: () => import('./StaffMemberPage.js'),
  },
  { path: '/installningar/roller', title: 'organisation:roles.title', load: () => import('./RolesPage.js') },
  { path: '/installningar/jour', title: 'organisation:roster.title', load: () => import('./RosterPage.js') },
  { path: '/installningar/hubbtider', title: 'organisation:slots.title', load: () => import('./SlotsPage.js') },
  {
    path: '/installningar/overenskommelser',
    title: 'organisation:agreements.title',
    load: () => import('./AgreementsPage.js'),
  },
  {
    path: '/installningar/familjens-sida',
    title: 'organisation:family.title',
    load: () => import('./FamilySettingsPage.js'),
  },
  { path: '/installningar/grunder', title: 'organisation:limits.title', load: () => import('./LimitsPage.js') },
  { path: '/installningar/import', title: 'organisation:import.title', load: () => import('./ImportPage.js') },
];
