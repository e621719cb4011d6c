import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { Log } from './log.js';

@Global()
@Module({
  providers: [{ provide: Log, inject: [SETTINGS], useFactory: (s: Settings) => new Log(s.logLevel, 'samnav') }],
  exports: [Log],
})
export class LogModule {}
