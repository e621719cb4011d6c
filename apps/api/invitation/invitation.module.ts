import { Module } from '@nestjs/common';
import { TryTimes } from '#use-cases/calendar/try-times.js';
import { ICalInvitationWriter } from '#documents/calendar/write-invitation.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { MailReplyReader } from '#platform/message/mail-reply-reader.js';
import { MessageModule } from '#platform/message/message.module.js';
import { AnswerInvitation } from '#use-cases/invitation/answer-invitation.js';
import { InvitationWriter, ReplyReader } from '#use-cases/invitation/invitation-mail.port.js';
import { MoveTime } from '#use-cases/invitation/move-time.js';
import { TakeReply } from '#use-cases/invitation/take-reply.js';
import { FormModule } from '../form/form.module.js';
import { InvitationResolver } from './invitation.resolver.js';
import { MailReplyController } from './mail-reply.controller.js';

@Module({
  imports: [FormModule, MessageModule],
  controllers: [MailReplyController],
  providers: [
    AnswerInvitation,
    MoveTime,
    TryTimes,
    TakeReply,
    InvitationResolver,
    { provide: ReplyReader, useClass: MailReplyReader },
    {
      provide: InvitationWriter,
      inject: [SETTINGS],
      useFactory: ({ publicUrl }: Settings) => new ICalInvitationWriter(publicUrl),
    },
  ],
})
export class InvitationModule {}
