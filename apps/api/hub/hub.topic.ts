import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import type { Seat } from '#use-cases/live/read-room.js';
import { WhatLeft } from '#use-cases/live/what-left.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { leftOf } from '../live/left-of.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

const LOBBY = { kind: 'lobby' };
const REVOKED = { kind: 'revoked' };
const CHANGED = { changed: true };

/** `hub:<id>`: the lobby of one hub, for those who work on its case; it hears that something changed and asks again. */
@Injectable()
export class HubTopic extends SeenTopic {
  readonly name = 'hub';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'hub' as const;

  constructor(
    private readonly hubs: ReadHub,
    private readonly presence: NotePresence,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.hubs.mayWatch(caller, id);
  }

  protected rowOf(id: string): ChangedRow {
    return { id, change: LOBBY };
  }

  protected override unseen(): object {
    return REVOKED;
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, 'lobby', watching);
  }
}

/**
 * `hubs:<branch>`: calendars and lists of the house hear that a hub came, moved or ended; they ask again for their own. Whose
 * place there has ended hears of what, and need not ask.
 */
@Injectable()
export class HubsTopic extends LiveTopic {
  readonly name = 'hubs';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(
    private readonly whatLeft: WhatLeft,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const abouts = payloads.flatMap(({ hubId, groupId }) => [hubId, groupId]).filter((one) => typeof one === 'string');
    const { readers, ended, found } = await this.whatLeft.run(seats, this.requires, abouts);
    const changes = new Map<string, readonly object[]>();
    for (const { sessionId, branchId } of readers)
      if (branchId === id) changes.set(sessionId, [changedWith(leftOf(found.values(), sessionId))]);
    return { changes, ended };
  }
}

const changedWith = (left: readonly string[]): object => (left.length === 0 ? CHANGED : { ...CHANGED, left });
