import { Injectable } from '@nestjs/common';
import { waits } from '#domain/group/group-states.js';
import { decideLook } from '#domain/group/look.js';
import { lengthBy } from '#domain/group/usual-length.js';
import { Failure } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import {
  awaitLook,
  awaitWaitingLook,
  lengthSettled,
  lookRuleOf,
  lookSettled,
  waitingLookSettled,
} from './group-deadlines.js';
import { GroupStore } from './group.port.js';
import { situationOf } from './group-situation.js';
import { recordAct, requireGroup, sayReasons } from './record-act.js';

export interface GroupLooked {
  readonly groupId: string;
  readonly version: number;
  /** One of the closed words of what a look finds. */
  readonly found: string;
  readonly words: string;
}

const REFUSED = {
  'not-monitored': ['GROUP_NOT_MONITORED', null],
  ended: ['GROUP_HAS_ENDED', null],
  'unknown-word': ['CHOOSE_ONE', 'found'],
  'words-missing': ['LOOK_WORDS_MISSING', 'words'],
} as const;

/** Joint work, or a group that waits, has been looked at again: what was found is kept, and the next look is owed from now ([S0], [S1]). */
@Injectable()
export class LookAtGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, looked: GroupLooked): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, looked.groupId, looked.version);
      const rule = lookRuleOf(group);
      const { standing, standingReason } = group;
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const by = lengthBy(form.months, group.formedAt?.getTime() ?? null);
      const overLength = by !== null && by <= tx.now.getTime();
      const { found, words } = looked;
      const decision = decideLook({ monitored: rule !== null, overLength, standing, found, words });
      if (decision.outcome === 'refused') {
        const [code, field] = REFUSED[decision.code];
        throw new Failure(code, field);
      }
      const { file } = await situationOf(tx, form, group.caseId);
      const itemId = await sayReasons(tx, this.seal, { file, form: form.form }, looked.words);
      await tx.of(GroupStore).change(group.id, { standing, standingReason, ...(rule ? { lastLookAt: tx.now } : {}) });
      await recordAct(tx, group, { act: 'look', word: decision.found, standing, itemId });
      await lookSettled(tx, group, 'met');
      if (overLength) await lengthSettled(tx, group, 'met');
      if (rule) await awaitLook(tx, caller, group, rule);
      if (!waits(standing)) return;
      await waitingLookSettled(tx, group, 'met');
      await awaitWaitingLook(tx, caller, group);
    });
  }
}
