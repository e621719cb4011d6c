/** A joint meeting going on in a running town: who sits there, what each has said, and who is no longer needed. */
import { randomUUID } from 'node:crypto';
import { conveneJoint, LEISURE, openMeasuresCase, POLICE, signedConsent, SOC } from './joint.js';
import type { RunningTown } from './running-town.js';

export interface JointTable {
  readonly caseId: string;
  readonly hubId: string;
  /** In the phase of measures, with a consent and no meeting yet. */
  readonly callableCaseId: string;
  /** Investigated by Elin, whose measures have not begun. */
  readonly investigatedCaseId: string;
  /** Hassan’s, of the leisure services: answered, and standing since the meeting began. */
  readonly questionId: string;
}

export async function layJointTable(town: RunningTown): Promise<JointTable> {
  const { world, house } = town;
  const houses = [SOC, POLICE, LEISURE];
  const scope = { from: houses, to: houses };
  const file = await openMeasuresCase(world, { givenName: 'Samir', familyName: 'Provlund' });
  const consent = await signedConsent(world, file, scope);
  const table = await conveneJoint(world, () => house.api, file, {
    anna: {
      category: 'home-and-family',
      text: 'Lugnare hemma sedan augusti. Mamma och Samir äter middag ihop de flesta dagar.',
    },
    per: { category: 'addiction', text: 'Provtagning varje vecka, ren sedan midsommar.' },
    marcus: { category: 'crime-and-suspicion', text: 'Inte sedd vid torget på tre veckor.' },
    hassan: { category: 'leisure', text: 'Tränar boxning tisdag och torsdag.' },
  });
  await table.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  for (const key of ['anna', 'per', 'marcus'])
    await table.act(key, 'givePicture', 'GivePictureInput', { questionId: table.questions[key] });
  const entry = (kind: string, text: string, more: object = {}) => ({ entryId: randomUUID(), kind, text, ...more });
  await table.act('anna', 'putMapEntry', 'PutMapEntryInput', entry('protective', 'Storebror hämtar efter träningen.'));
  await table.act('hassan', 'putMapEntry', 'PutMapEntryInput', entry('contact', 'Två nya vänner från boxningen.'));
  await table.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
    text: 'next-steps',
    value: 'Fältgruppen följer med till boxningen på torsdag.\nMamma ringer Anna på måndag.',
    baseVersion: null,
  });
  await consent.narrow(file.guardianId, { houses: [POLICE] });
  const callable = await openMeasuresCase(world, { givenName: 'Nour', familyName: 'Provdal' });
  await signedConsent(world, callable, scope);
  const investigated = await openMeasuresCase(world, { givenName: 'Ture', familyName: 'Provås' });
  await world.behindTheLocks(`update case_file set phase = 'investigation' where id = $1`, [investigated.caseId]);
  return {
    caseId: file.caseId,
    hubId: table.hubId,
    callableCaseId: callable.caseId,
    investigatedCaseId: investigated.caseId,
    questionId: table.questions['hassan'] ?? '',
  };
}
