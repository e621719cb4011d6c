/** Where time can be moved, in the demonstration's place above everything. */
import type { FrameSlots } from '../shell/slots.js';
import { ClockPanel } from './ClockPanel.js';

export const slots: FrameSlots = { banner: ClockPanel };
