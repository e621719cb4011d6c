import type { INestApplicationContext } from '@nestjs/common';
import { TellSighting } from '#use-cases/area/tell-sighting.js';
import { FormGroup } from '#use-cases/group/form-group.js';
import { Nominate } from '#use-cases/group/nominate.js';
import { StartGroup } from '#use-cases/group/start-group.js';
import type { CallerOf } from './caller-of.js';

/** An officer says that there is someone to talk to, and a group about a place has begun: nobody is named in either. */
export async function tellGroups(app: INestApplicationContext, callerOf: CallerOf): Promise<void> {
  const [marcus, anna, hassan] = [await callerOf('marcus'), await callerOf('anna'), await callerOf('hassan')];
  await app.get(Nominate).run(marcus, { kind: 'sig', toStaffId: anna.staffId, caseId: null, why: '' });
  const { groupId } = await app.get(StartGroup).run(anna, { kind: 'est', area: 'Stationen och torget' });
  await app.get(FormGroup).run(anna, {
    groupId,
    version: 1,
    contactStaffId: hassan.staffId,
    members: [anna, marcus, hassan].map(({ staffId, unitId }) => ({
      staffId,
      unitId,
      mandate: 'speaks',
      wished: false,
      deputyForStaffId: null,
    })),
    words: '',
    reason: null,
    outsideAges: null,
  });
  const seen = { groupId, monday: null, noPerson: [] };
  const tell = app.get(TellSighting);
  await tell.run(marcus, {
    ...seen,
    ...{ place: 'stationen', band: 'weekend-night', phenomenon: 'threat', times: 4 },
    words: 'Två grupper möttes efter sista bussen.',
  });
  await tell.run(hassan, {
    ...seen,
    ...{ place: 'torget', band: 'evening', phenomenon: 'gathering', times: 7 },
    words: 'Mest stoj, men de yngre dras dit.',
  });
}
