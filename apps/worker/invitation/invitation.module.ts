import { Module } from '@nestjs/common';
import { ICalInvitationWriter } from '#documents/calendar/write-invitation.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { MessageModule } from '#platform/message/message.module.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { remindUnanswered, tellUnanswered } from '#use-cases/invitation/await-answers.js';
import { DeliverInvitation, ReconcileInvitations } from '#use-cases/invitation/deliver-invitation.js';
import { InvitationWriter } from '#use-cases/invitation/invitation-mail.port.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { DeliverInvitationProcessor } from './deliver-invitation.processor.js';

/** Invitations leave by mail, whoever does not answer is reminded, and meetings whose invitations have fallen behind are brought in step. */
@Module({
  imports: [CryptoModule, MessageModule],
  providers: [
    DeliverInvitation,
    ReconcileInvitations,
    DeliverInvitationProcessor,
    {
      provide: InvitationWriter,
      inject: [SETTINGS],
      useFactory: ({ publicUrl }: Settings) => new ICalInvitationWriter(publicUrl),
    },
  ],
})
export class InvitationModule {
  constructor(dueWork: DueWork, invitations: ReconcileInvitations, acts: DeadlineActs) {
    dueWork.add(invitations);
    acts.add('remind-unanswered', remindUnanswered);
    acts.add('tell-unanswered', tellUnanswered);
  }
}
