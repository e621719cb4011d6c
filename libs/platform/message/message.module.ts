import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { InvitationCarrier } from '#use-cases/invitation/invitation-mail.port.js';
import { Messenger } from '#use-cases/notice/messenger.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { CarriedInvitations } from './carried-invitations.js';
import { CarriedMessenger } from './carried-messenger.js';

@Module({
  providers: [
    { provide: Messenger, inject: [SETTINGS], useFactory: (s: Settings) => new CarriedMessenger(s) },
    { provide: InvitationCarrier, inject: [SETTINGS], useFactory: (s: Settings) => new CarriedInvitations(s) },
  ],
  exports: [Messenger, InvitationCarrier],
})
export class MessageModule implements OnApplicationShutdown {
  constructor(
    @Inject(Messenger) private readonly messenger: CarriedMessenger,
    @Inject(InvitationCarrier) private readonly invitations: CarriedInvitations,
  ) {}

  onApplicationShutdown(): void {
    this.messenger.close();
    this.invitations.close();
  }
}
