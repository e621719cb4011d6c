/** The bell at the end of the bar. */
import type { FrameSlots } from '../shell/slots.js';
import { Bell } from './Bell.js';

export const slots: FrameSlots = { end: Bell };
