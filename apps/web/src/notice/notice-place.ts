const QUESTION = '/fraga';
const LOBBY = '/hubb';
const NOW = '/nu';

/** Where a notice leads, when it is not to the case's own page. */
const PLACES: Readonly<Record<string, string>> = {
  'joint-convened': '/mote',
  'meeting-moved': '/mote',
  'consent-changed': '/inte-langre',
  'consent-over': '/inte-langre',
  'item-left': '/inte-langre',
};

/** Where a notice leads that names no case: whoever is asked knows only the question, and whoever is called only the time. */
const WITHOUT_CASE: Readonly<Record<string, string>> = {
  'inquiry-asked': NOW,
  'nomination-made': '/grupper',
  'room-freed': '/grupper',
  'seat-empty': '/grupper',
  'invitation-waits': '/inbjudningar',
  'area-convened': '/kalender',
  'area-called-off': '/kalender',
  'invitation-unanswered': '/kalender',
  'webhook-given-up': '/installningar/eget-system',
  'webhook-elsewhere': '/installningar/eget-system',
};

/** Whoever sits in a group looks for it among theirs, whichever house's case it is about, and also where it is about none. */
const LISTS: Readonly<Record<string, string>> = { 'group-joined': '/grupper', 'group-contact': '/grupper' };

export interface PlacedNotice {
  readonly kind: string;
  readonly caseId?: string | null;
  readonly ownCase: boolean;
  readonly hubId?: string | null;
  readonly groupId?: string | null;
  readonly questionId?: string | null;
}

/** Of a meeting, and of nothing beside it. */
const OF_MEETING: readonly string[] = ['minutes-fixed'];

/** Whoever is asked goes straight to the answer, when reminded of its time as well. */
const OF_QUESTION: readonly string[] = ['question-asked', 'deadline-warning', 'deadline-missed'];
/** Where one waits for a hub to begin, and sees who has answered. */
const OF_LOBBY: readonly string[] = ['question-asked', 'hub-convened', 'hub-too-late', 'invitation-unanswered'];

/**
 * An alarm goes on to those who do not work on the case: they find no page of it, and are told whom to call about it
 * (OSL 26:1).
 */
export const isOfAnothersCase = ({ kind, caseId, ownCase, hubId, questionId }: PlacedNotice): boolean =>
  (kind.startsWith('deadline-') || (kind === 'invitation-unanswered' && !hubId)) &&
  Boolean(caseId) &&
  !ownCase &&
  !(questionId && OF_QUESTION.includes(kind));

/** Undefined where there is nothing to go to. */
export function placeOf(notice: PlacedNotice): string | undefined {
  const { kind, caseId, ownCase, hubId, groupId, questionId } = notice;
  // What of it is theirs to do stands there: an answer to a nomination, a question in an investigation.
  if (isOfAnothersCase(notice)) return NOW;
  if (questionId && OF_QUESTION.includes(kind)) return `${QUESTION}/${questionId}`;
  if (hubId && OF_LOBBY.includes(kind)) return `${LOBBY}/${hubId}`;
  if (OF_MEETING.includes(kind)) return hubId && groupId ? `/grupper/${groupId}/mote/${hubId}` : undefined;
  return LISTS[kind] ?? (caseId ? `${PLACES[kind] ?? (ownCase ? '/arende' : '/delat')}/${caseId}` : WITHOUT_CASE[kind]);
}

/** What the link says: what one does there. */
export function wordsOf(place: string, { caseId }: PlacedNotice): 'answer' | 'lobby' | 'case' | 'place' {
  if (place.startsWith(`${QUESTION}/`)) return 'answer';
  if (place.startsWith(`${LOBBY}/`)) return 'lobby';
  return caseId && place !== NOW ? 'case' : 'place';
}
