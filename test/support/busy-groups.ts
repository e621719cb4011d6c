/** Groups of a busy town: one that meets, one to be formed, one in the queue, one about a place, and nominations that wait. */
import type { Api } from './api.js';
import { ANSWER, clientsOf, FORM, formedGroup, MOVE, NOMINATE, prepareGroup, seat } from './group.js';
import { layArea } from './busy-area.js';
import { openMeasuresCase } from './joint.js';
import type { World } from './world.js';

export interface BusyGroups {
  /** Anna, an officer and a teacher; a consent, a plan and a meeting. */
  readonly activeId: string;
  readonly activeCaseId: string;
  /** Taken up, with a consent, and without members. */
  readonly preparedId: string;
  readonly placeId: string;
  /** Waits for Anna's answer. */
  readonly waitingNominationId: string;
}

const child = (givenName: string, familyName: string) => ({ givenName, familyName });

export async function layGroups(world: World, api: Api): Promise<BusyGroups> {
  const as = clientsOf(world, api);
  const anna = await as('anna');
  const toAnna = world.caller('anna').staffId;
  const open = (name: string) => openMeasuresCase(world, child(name, 'Provgren'));
  const active = await formedGroup(world, api, { file: await open('Elsa') });
  await active.step('plan', { words: 'Elsa vill bli elektriker. Först: tillbaka till matten på tisdagar.' });
  await active.step('meet', {
    reason: 'done-elsewhere',
    words: 'Alla var med. Kvällarna är lugnare, och Elsa har varit på tre träningar.',
  });
  const prepared = await prepareGroup(world, api, { file: await open('Adrian') });
  await prepared.step('consent');
  const paused = await formedGroup(world, api, { file: await open('Hugo') });
  const { version } = await paused.seenBy('anna');
  await anna.query(MOVE, { i: { groupId: paused.id, version, move: 'place', reason: 'placed-in-care' } });
  const { nominate: queued } = await (await as('lena')).query(NOMINATE, { i: { kind: 'sig', toStaffId: toAnna } });
  await anna.query(ANSWER, {
    i: {
      nominationId: queued,
      caseId: (await open('Selma')).caseId,
      decision: 'queue',
      reason: 'no-room',
      words: 'Behöver en grupp. Vi har inte plats före jul.',
    },
  });
  await (await as('marcus')).query(NOMINATE, { i: { kind: 'sig', toStaffId: toAnna } });
  const waiting = await open('Vidar');
  const { nominate } = await (
    await as('elin')
  ).query(NOMINATE, {
    i: {
      kind: 'sig',
      toStaffId: toAnna,
      caseId: waiting.caseId,
      why: 'Vidar och mamma vill ha alla runt samma bord. Skolan och polisen gör i dag olika saker.',
    },
  });
  const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
    i: { kind: 'est', area: 'Stationen och torget' },
  });
  await anna.query(FORM, {
    i: {
      groupId: startGroup,
      version: 1,
      contactStaffId: world.caller('hassan').staffId,
      members: ['anna', 'marcus', 'hassan'].map((key) => seat(world, key)),
    },
  });
  await layArea(world, as, startGroup);
  // Next year's agreement waits for its names.
  const tove = await as('tove');
  const { keptAgreements } = await tove.query(`{ keptAgreements { id form parties { branchId } } }`);
  const est = keptAgreements.find(({ form }: { form: string }) => form === 'est');
  const { renewAgreement } = await tove.query(`mutation($id: ID!) { renewAgreement(id: $id) }`, { id: est.id });
  await tove.query(`mutation($i: SignAgreementInput!) { signAgreement(input: $i) }`, {
    i: {
      agreementId: renewAgreement,
      branchId: est.parties[0].branchId,
      name: 'Lovisa Provberg',
      title: 'Kommundirektör',
      signedOn: '2026-11-20',
    },
  });
  return {
    activeId: active.id,
    activeCaseId: active.file.caseId,
    preparedId: prepared.id,
    placeId: startGroup,
    waitingNominationId: nominate,
  };
}
