import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { PERSON_TOPIC } from '#use-cases/person/person-topic.js';
import { SeesPerson } from '#use-cases/person/sees-person.js';
import { LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';

/** `person:<id>`: the pages of one person hear that something has changed, by id alone. */
@Injectable()
export class PersonTopic extends PlainTopic {
  readonly name = PERSON_TOPIC;
  readonly requires = 'read-content' as const;

  constructor(
    private readonly sees: SeesPerson,
    room: ReadRoom,
    topics: LiveTopics,
  ) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.sees.run(caller, id);
  }

  protected async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.sees.run(caller, id)) ? { personId: id } : null;
  }
}
