/** The live meeting as one table that can be read aloud: nobody's lost connection stops it, and closing is a step of its own [S0]. */
import { type Instant, MINUTE } from '../kernel/instant.js';

export const MEETING_STATES = ['planned', 'lobby', 'running', 'paused', 'closing', 'closed', 'called-off'] as const;

export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_STEPS = [
  'open-lobby',
  'start',
  'pause',
  'resume',
  'begin-closing',
  'close',
  'adjust',
  'call-off',
] as const;

export type MeetingStep = (typeof MEETING_STEPS)[number];

/** What is not here cannot be done. */
export const MEETING_TRANSITIONS: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingStep, MeetingState>>>>> =
  {
    planned: { 'open-lobby': 'lobby', 'call-off': 'called-off' },
    lobby: { start: 'running', 'call-off': 'called-off' },
    running: { pause: 'paused', 'begin-closing': 'closing' },
    paused: { resume: 'running', 'begin-closing': 'closing' },
    closing: { resume: 'running', close: 'closed' },
    closed: { adjust: 'closed' },
    'called-off': {},
  };

/** How long after closing a slip of the pen may be corrected, as a new entry beside the old. */
export const ADJUST_WINDOW = 15 * MINUTE;

export type MeetingStepDecision =
  | { readonly outcome: 'moved'; readonly state: MeetingState }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-from-here' | 'adjust-window-over';
      readonly possible: readonly MeetingStep[];
    };

export const decideMeetingStep = (
  meeting: { readonly state: MeetingState; readonly closedAt: Instant | null },
  step: MeetingStep,
  now: Instant,
): MeetingStepDecision => {
  const over = meeting.closedAt !== null && now >= meeting.closedAt + ADJUST_WINDOW;
  const steps = Object.keys(MEETING_TRANSITIONS[meeting.state]) as readonly MeetingStep[];
  const possible = over ? steps.filter((one) => one !== 'adjust') : steps;
  const state = MEETING_TRANSITIONS[meeting.state][step];
  if (state === undefined) return { outcome: 'refused', code: 'not-from-here', possible };
  if (step === 'adjust' && over) return { outcome: 'refused', code: 'adjust-window-over', possible };
  return { outcome: 'moved', state };
};

/** Nothing more happens in it. */
export const isOver = (state: MeetingState): boolean => state === 'closed' || state === 'called-off';

/** While the board can be written on. */
export const isBoardOpen = (state: MeetingState): boolean =>
  state === 'lobby' || state === 'running' || state === 'paused' || state === 'closing';
