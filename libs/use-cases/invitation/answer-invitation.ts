import { Injectable } from '@nestjs/common';
import type { InvitationAnswer } from '#domain/invitation/invitation.js';
import { AreaMeetingStore } from '../area/area-meeting.port.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore } from '../hub/hub.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { answerTaken } from './await-answers.js';
import { InvitationStore, type CalledPerson, type MyInvitation } from './invitation.port.js';

/** One's own invitations, answered with one tap; and, for the house that calls, who has answered what. */
@Injectable()
export class AnswerInvitation {
  constructor(private readonly asCaller: AsCaller) {}

  mine(caller: StaffCaller): Promise<readonly MyInvitation[]> {
    return this.asCaller.read(caller, (tx) => tx.of(InvitationStore).findMine());
  }

  /** Fails as NOT_FOUND also for who sits at the table for another house. */
  calledTo(caller: StaffCaller, hubId: string): Promise<readonly CalledPerson[]> {
    return this.asCaller.read(caller, async (tx) => {
      const [hub, ofArea, called] = await Promise.all([
        tx.of(HubStore).findHub(hubId),
        tx.of(AreaMeetingStore).find(hubId),
        tx.of(InvitationStore).findCalledTo(hubId),
      ]);
      if ((hub ?? ofArea)?.branchId !== caller.branchId) throw notFound();
      return called;
    });
  }

  /** Fails as NOT_FOUND, or as INVITATION_CHANGED where another time stands than the one that was answered. */
  answer(
    caller: StaffCaller,
    given: { readonly id: string; readonly sequence: number; readonly answer: InvitationAnswer },
  ): Promise<MyInvitation> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(InvitationStore);
      const before = (await store.findMine()).find(({ id }) => id === given.id);
      if (!before) throw notFound();
      if (!(await store.answer({ ...given, by: 'page', stamp: null })))
        throw new Failure('INVITATION_CHANGED', 'answer');
      await tx.asService('deadlines', (service) => answerTaken(service, before.hubId));
      await tx.of(OutboxStore).put([
        { topic: `live:hub:${before.hubId}`, payload: { lobby: true } },
        { topic: `live:notices:${caller.staffId}`, payload: {} },
      ]);
      const after = (await store.findMine()).find(({ id }) => id === given.id);
      if (!after) throw notFound();
      return after;
    });
  }
}
