/**
 * What someone is told in the program, by mail and by text message. A notice says that something is to be looked at and
 * until when, never about whom: it is read over shoulders and on locked phones (OSL 26:1).
 */
export const NOTICE_KINDS = [
  'deadline-warning',
  'deadline-missed',
  'deadline-escalated',
  'hub-convened',
  'hub-too-late',
  'question-asked',
  'decision-proposed',
  'hand-over',
  'report-received',
  'report-completed',
  'duty-waits',
  'consent-changed',
  'consent-over',
  'consent-unanswered',
  'consent-of-age',
  'family-question',
  'family-plan',
  'family-unreached',
  'renewal-asked',
  'joint-convened',
  'meeting-moved',
  'not-needed',
  'item-shared',
  'item-left',
  'nomination-made',
  'room-freed',
  'seat-empty',
  'minutes-fixed',
  'assessment-ordered',
  'assessment-late',
  'assessment-done',
  'assessment-withdrawn',
  'relocation-offered',
  'relocation-answered',
  'relocation-over',
  'group-joined',
  'group-led',
  'group-contact',
  'inquiry-asked',
  'inquiry-answered',
  'inquiry-over',
  'invitation-waits',
  'invitation-unanswered',
  'area-convened',
  'area-called-off',
  'webhook-given-up',
  'webhook-elsewhere',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const CHANNELS = ['mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What cannot wait until someone opens their mail. */
const URGENT: ReadonlySet<NoticeKind> = new Set([
  'deadline-missed',
  'deadline-escalated',
  'hub-convened',
  'hub-too-late',
  'question-asked',
  'consent-changed',
  'consent-over',
  'joint-convened',
  'meeting-moved',
  'not-needed',
  'item-left',
  'inquiry-asked',
  'duty-waits',
]);

/** `urgent`: what it tells of cannot wait, whatever its kind. */
export const channelsOf = (
  kind: NoticeKind,
  reach: { readonly mail: boolean; readonly phone: boolean },
  urgent = false,
): Channel[] => [
  ...(reach.mail ? (['mail'] as const) : []),
  ...(reach.phone && (urgent || URGENT.has(kind)) ? (['sms'] as const) : []),
];
