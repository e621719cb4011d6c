import { Injectable } from '@nestjs/common';
import { BETWEEN_REMINDERS, remindAgainFrom, type RemindedKind } from '#domain/silence/silence.js';
import type { NoticeKind } from '#domain/notice/notice.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { InquiryStore } from '../inquiry/inquiry.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { SilenceStore } from './silence.port.js';

export interface ToRemind {
  readonly kind: RemindedKind;
  /** The question, inquiry or invitation. */
  readonly id: string;
}

/** What is told, to whom, and what it is about for the ledger. */
interface Awaited {
  readonly staffIds: readonly (string | null)[];
  readonly notice: NoticeKind;
  readonly effectKey: string;
  /** Of the ledger's line; told only within the own house. */
  readonly caseId: string | null;
  readonly toldCase: boolean;
  /** The meeting whose question waits. */
  readonly hubId?: string;
  readonly dueAt: Date;
  readonly isAnswered: boolean;
  readonly detail: Readonly<Record<string, string>>;
}

/** Reminds whoever has not answered yet, at once and by all ways they can be reached; nothing about the child is in it. */
@Injectable()
export class Remind {
  constructor(private readonly asCaller: AsCaller) {}

  /**
   * Answers how many were told; none when they were told a moment ago. Fails as REMINDER_UNNEEDED, and as NOT_FOUND for what is
   * not the caller's to ask.
   */
  run(caller: StaffCaller, { kind, id }: ToRemind): Promise<{ readonly told: number }> {
    return this.asCaller.run(caller, async (tx) => {
      const awaited = await find[kind](tx, caller, id);
      if (!awaited) throw notFound();
      if (awaited.isAnswered) throw new Failure('REMINDER_UNNEEDED');
      const store = tx.of(SilenceStore);
      const now = tx.now.getTime();
      const remindedAt = (await store.findLastReminder(kind, id))?.getTime() ?? null;
      if (remindAgainFrom(kind, remindedAt, now) !== null) return { told: 0 };
      const told = await notify(tx, {
        staffIds: awaited.staffIds.filter((one) => one !== null),
        kind: awaited.notice,
        effectKey: `${awaited.effectKey}:reminded:${Math.floor(now / BETWEEN_REMINDERS[kind])}`,
        caseId: awaited.toldCase ? awaited.caseId : null,
        hubId: awaited.hubId ?? null,
        dueAt: awaited.dueAt,
        late: tx.now >= awaited.dueAt,
      });
      if (told > 0)
        await store.addReminder({ id: tx.newId(), branchId: caller.branchId, kind, aboutId: id, by: caller.staffId });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: awaited.caseId,
          detail: { ...awaited.detail, reminded: kind, told },
        },
      ]);
      return { told };
    });
  }
}

type Find = (tx: CallerTransaction, caller: StaffCaller, id: string) => Promise<Awaited | undefined>;

const find: Readonly<Record<RemindedKind, Find>> = {
  'hub-question': async (tx, _caller, id) => {
    const asked = await tx.of(SilenceStore).findAsked(id);
    return (
      asked && {
        staffIds: [asked.representativeId, asked.deputyId],
        notice: 'question-asked',
        effectKey: `question:${id}`,
        caseId: asked.caseId,
        // It is not another house's to know that there is a case.
        toldCase: asked.isOwnHouse,
        hubId: asked.hubId,
        dueAt: asked.dueAt,
        isAnswered: asked.hasAnswered,
        detail: { hubId: asked.hubId, questionId: id },
      }
    );
  },
  inquiry: async (tx, caller, id) => {
    const inquiry = await tx.of(InquiryStore).find(id);
    // Whoever is asked sees the inquiry too, and reminds nobody of it.
    if (inquiry?.branchId !== caller.branchId || inquiry.endedAt !== null) return undefined;
    return {
      staffIds: [inquiry.representativeId, inquiry.deputyAskedAt && inquiry.deputyId],
      notice: 'inquiry-asked',
      effectKey: `inquiry:${id}`,
      caseId: inquiry.caseId,
      // It is not theirs to know that there is a case.
      toldCase: false,
      dueAt: inquiry.dueAt,
      isAnswered: inquiry.answer !== null,
      detail: { inquiryId: id },
    };
  },
  invitation: async (tx, _caller, id) => {
    const invited = await tx.of(SilenceStore).findInvited(id);
    return (
      invited && {
        staffIds: [invited.staffId],
        notice: 'invitation-waits',
        effectKey: `invitation:${id}`,
        caseId: invited.caseId,
        toldCase: false,
        dueAt: invited.startsAt,
        isAnswered: invited.hasAnswered,
        detail: {
          ...(invited.hubId ? { hubId: invited.hubId } : {}),
          ...(invited.areaMeetingId ? { areaMeetingId: invited.areaMeetingId } : {}),
          invitationId: id,
        },
      }
    );
  },
};
