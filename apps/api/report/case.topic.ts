import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { MayWatchCase } from '#use-cases/report/may-watch-case.js';
import { LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

const REVOKED = { kind: 'revoked' };

/**
 * `case:<id>`: the pages of one case, for those of its house who may read it; they hear that something changed and ask again,
 * and whoever's work on it has ended hears that and need not ask.
 */
@Injectable()
export class CaseTopic extends SeenTopic {
  readonly name = 'case';
  readonly requires = 'read-content' as const;
  protected readonly watched = 'case_file' as const;

  constructor(
    private readonly may: MayWatchCase,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean | 'ended'> {
    return this.may.run(caller, id);
  }

  protected rowOf(id: string): ChangedRow {
    return { id, change: { caseId: id } };
  }

  protected override unseen(): object {
    return REVOKED;
  }
}
