/**
 * The life of an internal hub (MASH step 1) as one table: convened, asked, met, decided, inside the time that the grade
 * sets; a meeting starts even when an answer is missing, for the child does not wait for a unit [S0].
 */
export const HUB_STATES = ['convened', 'asking', 'ready', 'in-meeting', 'decided', 'called-off'] as const;

export type HubState = (typeof HUB_STATES)[number];

export const HUB_STEPS = [
  'ask-units',
  'complete-answers',
  'ask-again',
  'move-slot',
  'start-meeting',
  'decide',
  'decide-more-now',
  'call-off',
] as const;

export type HubStep = (typeof HUB_STEPS)[number];

/** What is not here cannot be done. */
export const HUB_TRANSITIONS: Readonly<Record<HubState, Readonly<Partial<Record<HubStep, HubState>>>>> = {
  convened: { 'ask-units': 'asking', 'move-slot': 'convened', 'call-off': 'called-off' },
  asking: {
    'complete-answers': 'ready',
    'ask-again': 'asking',
    'move-slot': 'asking',
    'start-meeting': 'in-meeting',
    'call-off': 'called-off',
  },
  ready: { 'ask-again': 'asking', 'move-slot': 'ready', 'start-meeting': 'in-meeting', 'call-off': 'called-off' },
  'in-meeting': { decide: 'decided', 'decide-more-now': 'asking' },
  decided: {},
  'called-off': {},
};

export type HubStepDecision =
  | { readonly outcome: 'moved'; readonly state: HubState }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-from-here' | 'reasons-missing';
      readonly possible: readonly HubStep[];
    };

/** Calling off is said with reasons, because a grade that called for a hub still stands. */
export const decideHubStep = (state: HubState, step: HubStep, reasons = ''): HubStepDecision => {
  const to = HUB_TRANSITIONS[state][step];
  const possible = Object.keys(HUB_TRANSITIONS[state]) as readonly HubStep[];
  if (to === undefined) return { outcome: 'refused', code: 'not-from-here', possible };
  if (step === 'call-off' && reasons.trim() === '') return { outcome: 'refused', code: 'reasons-missing', possible };
  return { outcome: 'moved', state: to };
};
