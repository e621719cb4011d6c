import type { Type } from '@nestjs/common';
import { SignInModule } from './sign-in/sign-in.module.js';

/** The concepts that this api serves, a module each. */
export const features: Type[] = [SignInModule];
