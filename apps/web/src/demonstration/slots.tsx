/** Every page says that it is a demonstration, where it is one. */
import type { FrameSlots } from '../shell/slots.js';
import { Banner } from './Banner.js';

export const slots: FrameSlots = { banner: Banner };
