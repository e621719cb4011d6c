/** Which plain reason stands for a rule of the law; a rule that is not known yet is still said to be one. */
const REASONS = {
  consent: 'consent',
  internal: 'internal',
  'giver-unbound': 'giver',
  'OSL 12:1': 'own',
  'OSL 12:3': 'guardian',
  'SoL 19:1': 'report',
  'SoL 20:6': 'investigate',
  'OSL 10:2': 'investigate',
  'OSL 26:9': 'care',
  'OSL 25:12': 'care',
  'OSL 26:9a': 'feedback',
  'OSL 10:20': 'danger',
  'BrB 24:4': 'danger',
  'OSL 10:18a': 'prevent',
  'OSL 10:18c': 'prevent',
  '2025:170 7': 'prevent',
  '2025:170 6': 'prevent',
  '2025:170 5': 'prevent',
  'OSL 10:15a': 'prevent',
  'OSL 10:21': 'crime',
  'OSL 10:23': 'crime',
  'OSL 10:24': 'crime',
  'OSL 10:27': 'weighed',
  'OSL 21:3': 'protected',
} as const;

export type Reason = (typeof REASONS)[keyof typeof REASONS] | 'other';

export const reasonOf = (ground: string): Reason =>
  Object.hasOwn(REASONS, ground) ? REASONS[ground as keyof typeof REASONS] : 'other';
