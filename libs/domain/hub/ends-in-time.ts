/** Whether a meeting ends before what it must decide is due: its decision is made at its end ([S0]). */
import { MINUTE, type Instant } from '../kernel/instant.js';

/** `minutes`: how long the meeting is. */
export const endsInTime = (starts: Instant, minutes: number, due: Instant): boolean => starts + minutes * MINUTE <= due;
