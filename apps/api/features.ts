import type { Type } from '@nestjs/common';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { ReportModule } from './report/report.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

/** The concepts that this api serves, a module each. */
export const features: Type[] = [SignInModule, DemonstrationModule, ReportModule];
