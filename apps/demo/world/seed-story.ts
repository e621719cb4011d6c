import { NestFactory } from '@nestjs/core';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { demonstrationStaff } from './people.js';
import { StoryModule } from './story.module.js';
import { tellStory } from './tell-story.js';

/** Tells the story into the database of the settings; answers with how many children it is about. */
export async function seedStory(issuer: string): Promise<number> {
  const app = await NestFactory.createApplicationContext(StoryModule, { logger: false, abortOnError: false });
  try {
    const asCaller = app.get(AsCaller);
    const callerOf = async (key: string): Promise<StaffCaller> => {
      const role = demonstrationStaff.find((s) => s.key === key)?.posts[0]?.role;
      const post =
        role &&
        (await asCaller.run({ kind: 'service', name: 'administration', requestId: 'story' }, (tx) =>
          tx.of(OrganisationStore).findPost(issuer, key, role),
        ));
      if (!post) throw new Error(`the story needs ${key}, who has no post in the town`);
      return { kind: 'staff', ...post, sessionId: post.membershipId, origin: 'seed', requestId: 'story' };
    };
    return await tellStory(app, callerOf);
  } finally {
    await app.close();
  }
}
