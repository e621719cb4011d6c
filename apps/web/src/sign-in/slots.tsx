/** What signing in puts into the frame: the door before every page, the acting role, and the way out. */
import type { FrameSlots } from '../shell/slots.js';
import { Account } from './Account.js';
import { ActingRoleSwitch } from './ActingRoleSwitch.js';
import { Door } from './Door.js';

export const slots: FrameSlots = { around: Door, role: ActingRoleSwitch, end: Account };
