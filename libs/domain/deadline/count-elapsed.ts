/** Acute limits run in real time (the protection assessment's 24 hours, SoL 20:1): a clock change gives or takes none. */
import { HOUR, type Instant, MINUTE } from '../kernel/instant.js';
import type { ElapsedRule } from './deadline-rule.js';

/** The nearest whole millisecond, so that 4.35 hours do not end one early for want of binary digits. */
export const countElapsed = ({ hours = 0, minutes = 0 }: ElapsedRule, from: Instant): Instant =>
  from + Math.round(hours * HOUR + minutes * MINUTE);
