import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Messenger } from '#use-cases/notice/messenger.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { CarriedMessenger } from './carried-messenger.js';

@Module({
  providers: [{ provide: Messenger, inject: [SETTINGS], useFactory: (s: Settings) => new CarriedMessenger(s) }],
  exports: [Messenger],
})
export class MessageModule implements OnApplicationShutdown {
  constructor(@Inject(Messenger) private readonly messenger: CarriedMessenger) {}

  onApplicationShutdown(): void {
    this.messenger.close();
  }
}
