import { Module } from '@nestjs/common';
import { IdentityModule } from '#platform/sign-in/identity.module.js';
import { BeginSignIn } from '#use-cases/sign-in/begin-sign-in.js';
import { CompleteSignIn } from '#use-cases/sign-in/complete-sign-in.js';
import { EndSessions, SignOut, SignOutEverywhere } from '#use-cases/sign-in/end-session.js';
import { ListSessions } from '#use-cases/sign-in/list-sessions.js';
import { ReadDraftKeys } from '#use-cases/sign-in/read-draft-keys.js';
import { SwitchMembership } from '#use-cases/sign-in/switch-membership.js';
import { MeResolver } from './me.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLimits } from './sign-in-limits.js';

@Module({
  imports: [IdentityModule],
  controllers: [SignInController],
  providers: [
    MeResolver,
    SessionResolver,
    SignInLimits,
    BeginSignIn,
    CompleteSignIn,
    SignOut,
    SignOutEverywhere,
    EndSessions,
    ListSessions,
    ReadDraftKeys,
    SwitchMembership,
  ],
})
export class SignInModule {}
