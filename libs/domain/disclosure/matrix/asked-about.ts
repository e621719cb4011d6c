/** Whom a question to another house is about: what stands beside the order of the rules, read by the same lawyer (OSL 10:2). */
import { decideAsked, NECESSARY_TO_ASK, type AskedFacts } from '../../inquiry/decide-asked.js';
import type { Decision } from '../decision.js';

const OPEN: AskedFacts = {
  askedNow: true,
  to: 'school',
  phase: 'investigation',
  protection: 'none',
  ownYes: null,
  limits: undefined,
};

const ROWS: readonly (readonly [string, Partial<AskedFacts>])[] = [
  ['ett barn, i en utredning, till den som har fått frågan', {}],
  ['en vuxen som har sagt ja till att frågan ställs', { ownYes: true }],
  ['en vuxen som inte har sagt ja, eller har tagit tillbaka det', { ownYes: false }],
  ['någon vars namn skyddas (skyddad folkbokföring, ny identitet)', { protection: 'protected-registration' }],
  ['en förhandsbedömning, innan en utredning är öppnad', { phase: 'preliminary' }],
  [
    'någon annan än den som har fått frågan, eller när den är besvarad av någon annan eller återtagen',
    { askedNow: false },
  ],
  ['kommunens jurist har stängt av grunden', { limits: { switchedOff: [NECESSARY_TO_ASK] } }],
];

/** @param inWords how the matrix writes an answer */
export const askedAbout = (inWords: (decision: Decision) => string): readonly (readonly string[])[] =>
  ROWS.map(([what, facts]) => [what, inWords(decideAsked({ ...OPEN, ...facts }))]);
