/** Invented people, houses and texts to show the elements with; times stand around the server's now. */
import type { Grade } from '../elements/GradeBadge.js';
import type { Protection } from '../elements/PersonName.js';
import type { Reader } from '../elements/WhoSeesThis.js';
import { serverNow } from '../live/server-clock.js';
import type { Viewer } from '../shell/viewer.js';

const MINUTE = 60_000;
const opened = performance.now();

/** An instant so many minutes from when the gallery was opened, by the server's clock as far as it has been heard. */
export const inMinutes = (minutes: number) =>
  new Date(serverNow() - (performance.now() - opened) + minutes * MINUTE).toISOString();

export const VIEWER: Viewer = {
  name: 'Karin Lindgren',
  acting: { id: 'm1', role: 'intake', unit: 'Mottagningen', organisation: 'Socialtjänsten Björkinge' },
  others: [],
};

export const READERS: readonly Reader[] = [
  { id: 's', kind: 'social-services', name: 'Socialtjänsten', sees: true },
  { id: 'k', kind: 'school', name: 'Björkskolan', sees: true },
  { id: 'p', kind: 'police', name: 'Lokalpolisen', sees: false },
  { id: 'f', kind: 'leisure', name: 'Fritidsgården', sees: false },
  { id: 'h', kind: 'guardian', name: 'Vårdnadshavare', sees: false },
];

export interface QueueRow {
  readonly id: string;
  readonly grade: Grade;
  readonly initials: string;
  readonly name: string | null;
  readonly protection: Protection;
  readonly from: 'police' | 'school' | 'leisure' | 'health-care' | 'private-person';
  readonly came: string;
  readonly due: string;
  readonly owner: string;
  readonly answers: number;
}

export const queueRows = (): readonly QueueRow[] => [
  {
    id: '1',
    grade: 'red',
    initials: 'E.A.',
    name: 'Elliot A.',
    protection: 'none',
    from: 'police',
    came: inMinutes(-168),
    due: inMinutes(72),
    owner: 'Lindgren',
    answers: 4,
  },
  {
    id: '2',
    grade: 'orange',
    initials: 'N.S.',
    name: null,
    protection: 'protected-registration',
    from: 'school',
    came: inMinutes(-250),
    due: inMinutes(470),
    owner: 'Ahmadi',
    answers: 2,
  },
  {
    id: '3',
    grade: 'orange',
    initials: 'M.K.',
    name: 'Moa K.',
    protection: 'none',
    from: 'leisure',
    came: inMinutes(-760),
    due: inMinutes(-35),
    owner: 'Ahmadi',
    answers: 6,
  },
  {
    id: '4',
    grade: 'green',
    initials: 'J.T.',
    name: 'Jonas T.',
    protection: 'none',
    from: 'private-person',
    came: inMinutes(-2900),
    due: inMinutes(17_200),
    owner: 'Sundin',
    answers: 0,
  },
];

export const MINE =
  'Elliot kom till lektionerna på måndagen men gick hem efter lunch. Han sa till fritidsledaren att han inte vågar åka buss.';
export const THEIRS = 'Elliot kom till lektionerna på tisdagen men gick hem efter lunch. Mentorn ringde hem utan svar.';
