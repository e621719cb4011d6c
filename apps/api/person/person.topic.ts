import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { PERSON_TOPIC } from '#use-cases/person/person-topic.js';
import { SeesPerson } from '#use-cases/person/sees-person.js';
import { LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `person:<id>`: the pages of one person hear that something has changed, by id alone. */
@Injectable()
export class PersonTopic extends LiveTopic {
  readonly name = PERSON_TOPIC;
  readonly requires = 'read-content' as const;

  constructor(
    private readonly sees: SeesPerson,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.sees.run(caller, id);
  }

  async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.sees.run(caller, id)) ? { personId: id } : null;
  }
}
