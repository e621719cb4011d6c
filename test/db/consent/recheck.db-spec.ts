/**
 * What a consent stands on changes, and in that transaction every consent about the person is looked at again: a new or
 * ended custody, another view of maturity, a party that ends, an agreement that is changed; and time alone, an eighteenth
 * birthday (FB 6:11, 9:1). Each leaves an event and tells whoever asked.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { Form } from '#domain/disclosure/vocabulary.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { narrowConsent } from '#use-cases/consent/withdraw-consent.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { EndParty } from '#use-cases/organisation/change-party.js';
import { FileFormLibrary } from '#platform/forms/read-forms.js';
import { KeepAgreements } from '#use-cases/organisation/keep-agreements.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { peopleOf, type People } from '../../support/people.js';
import { signName } from '../../support/names.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let people: People;
beforeAll(async () => {
  world = await buildWorld();
  people = peopleOf(world);
}, 60_000);
afterAll(() => world.close());

const family = (personId: string): FamilyCaller => {
  const { municipalityId, branchId } = world.caller('maria');
  const sessionId = '00000000-0000-4000-8000-000000000002';
  return { kind: 'family', personId, municipalityId, branchId, sessionId, origin: '127.0.0.1', requestId: 'test' };
};

const sign = (consentId: string, personId: string) =>
  signName(world, family(personId), {
    consentId,
    personId,
    method: 'e-id',
    language: 'sv',
    noticeVersion: NOTICE_VERSION,
    refusals: NO_REFUSALS,
    receivedBy: null,
  });

async function inForce(
  names: readonly [string, ...string[]],
  form: Form = 'sig',
): Promise<{ readonly of: Family; readonly id: string }> {
  const of = await openFamily(world, names);
  const id = await offerConsent(world, of, { form });
  for (const person of of.people.values()) await sign(id, person);
  expect(await stateOf(id)).toBe('active');
  return { of, id };
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await world.asCaller.run(world.caller('maria'), (tx) => tx.of(ConsentStore).find(id)))?.record.state;

const lastEvent = async (id: string) => {
  const events = await world.asCaller.run(world.caller('maria'), (tx) => tx.of(ConsentStore).findEvents(id));
  const { kind, state } = events.at(-1) ?? { kind: 'none', state: 'none' };
  return `${kind} ${state}`;
};

const toldMaria = async (of: Family): Promise<number> => {
  const [row] = await world.behindTheLocks<{ n: number }>(
    `select count(*)::integer as n from notice where kind in ('consent-changed', 'consent-over') and case_id = $1 and staff_id = $2`,
    [of.caseId, world.caller('maria').staffId],
  );
  return row?.n ?? 0;
};

const versionOf = async (id: string): Promise<number> =>
  (await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [id]))[0]?.version ?? 0;

describe('a consent in force', () => {
  it('lacks a name from the moment somebody else has custody too, and is whole when that custody has ended', async () => {
    const { of, id } = await inForce(['Melvin', 'Linda']);
    const other = await openFamily(world, ['Tomas']);
    const maria = world.caller('maria');
    const before = await toldMaria(of);
    await people.custody.run(maria, {
      childId: of.child,
      guardianId: other.child,
      kind: 'parent',
      source: 'court-ruling',
      sourceOn: '2026-11-01',
      startsOn: '2026-11-01',
      endsOn: '',
    });
    expect([await stateOf(id), await lastEvent(id)]).toEqual(['partly-signed', 'name-missing partly-signed']);
    expect(await toldMaria(of)).toBe(before + 1);
    const asked = await world.behindTheLocks(
      `select 1 from consent_signer where consent_id = $1 and person_id = $2 and signed_at is null`,
      [id, other.child],
    );
    expect(asked).toHaveLength(1);
    const [row] = await world.behindTheLocks<{ id: string }>(
      `select id from custody where child_id = $1 and guardian_id = $2`,
      [of.child, other.child],
    );
    await people.custody.end(maria, { id: row?.id ?? '', version: 1, endsOn: '2026-11-02' });
    expect([await stateOf(id), await lastEvent(id)]).toEqual(['active', 'complete active']);
  });

  it('holds with less when it is whole again where somebody took a part away', async () => {
    const { of, id } = await inForce(['Elias', 'Sanna']);
    const maria = world.caller('maria');
    const school = { houses: [], categories: ['school-attendance-and-results' as const] };
    const narrowed = await world.asCaller.run(family(of.child), (tx) =>
      narrowConsent(tx, { consentId: id, personId: of.child, refusals: school }),
    );
    expect(narrowed).toBe('narrowed');
    const other = await openFamily(world, ['Tomas']);
    await people.custody.run(maria, {
      ...{ childId: of.child, guardianId: other.child, kind: 'parent', source: 'court-ruling' },
      ...{ sourceOn: '2026-11-01', startsOn: '2026-11-01', endsOn: '' },
    });
    expect(await stateOf(id)).toBe('partly-signed');
    const [row] = await world.behindTheLocks<{ id: string }>(
      `select id from custody where child_id = $1 and guardian_id = $2`,
      [of.child, other.child],
    );
    await people.custody.end(maria, { id: row?.id ?? '', version: 1, endsOn: '2026-11-02' });
    expect([await stateOf(id), await lastEvent(id)]).toEqual(['narrowed', 'complete narrowed']);
  });

  it('follows an official’s view of who decides', async () => {
    const { of, id } = await inForce(['Elias', 'Sanna']);
    const maria = world.caller('maria');
    const decide = async (maturity: string) =>
      people.protect.assessMaturity(maria, {
        id: of.child,
        version: await versionOf(of.child),
        maturity,
        reasons: 'Samtal med Elias.',
      });
    await decide('child');
    expect(await stateOf(id)).toBe('active');
    const next = await offerConsent(world, of);
    expect(await sign(next, of.child)).toEqual({ state: 'active', missing: [] });
    await decide('joint');
    expect([await stateOf(next), await lastEvent(next)]).toEqual(['partly-signed', 'name-missing partly-signed']);
    expect(await toldMaria(of)).toBeGreaterThan(0);
  });

  it('needs nobody but the young person from the first minute of their eighteenth birthday', async () => {
    const of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    await world.behindTheLocks(
      `update person set born = (now() + interval '30 days' - interval '18 years')::date where id = $1`,
      [of.child],
    );
    const id = await offerConsent(world, of);
    await sign(id, of.child);
    expect(await stateOf(id)).toBe('partly-signed');
    await world.database.moveClock('31 days');
    try {
      const service = { kind: 'service', name: 'consents', requestId: 'test' } as const;
      const due = new RecheckConsents(world.asCaller);
      expect(await due.isOverdue(service)).toBe(true);
      await due.reconcile(service);
      expect([await stateOf(id), await lastEvent(id)]).toEqual(['active', 'complete active']);
      expect(await toldMaria(of)).toBeGreaterThan(0);
      // A guardian is no signer of a grown person's consent: to them there is none.
      const guardian = family(of.people.get('Samira') ?? '');
      expect(await world.asCaller.run(guardian, (tx) => tx.of(ConsentStore).find(id))).toBeUndefined();
    } finally {
      await world.database.moveClock('0');
    }
  });
});

describe('a question that waits', () => {
  const service = { kind: 'service', name: 'consents', requestId: 'test' } as const;
  const due = async (days: number): Promise<void> => {
    await world.database.moveClock(`${days} days`);
    const recheck = new RecheckConsents(world.asCaller);
    await recheck.reconcile(service);
    // Looked at once more it says nothing more.
    await world.behindTheLocks(
      `update consent set recheck_at = clock.now() where state in ('offered', 'partly-signed')`,
    );
    await recheck.reconcile(service);
  };
  const kindsTo = async (caseId: string, key: string): Promise<string[]> =>
    (
      await world.behindTheLocks<{ kind: string }>(
        `select kind from notice where case_id = $1 and staff_id = $2 and kind like 'consent-%' order by kind`,
        [caseId, world.caller(key).staffId],
      )
    ).map(({ kind }) => kind);

  it.each([0, 1])(
    'and runs out with %i names there tells whoever asked that it was not answered, once',
    async (names) => {
      const of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
      const id = await offerConsent(world, of);
      if (names === 1) await sign(id, of.people.get('Linda') ?? '');
      const before = await kindsTo(of.caseId, 'maria');
      try {
        await due(200);
        expect([await stateOf(id), await lastEvent(id)]).toEqual(['expired', 'expired expired']);
        expect(await kindsTo(of.caseId, 'maria')).toEqual([...before, 'consent-unanswered']);
      } finally {
        await world.database.moveClock('0');
      }
    },
  );

  it('tells the unit where nobody works on the case by name', async () => {
    const of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
    await offerConsent(world, of);
    await world.behindTheLocks(`delete from assignment where case_id = $1 and staff_id is not null`, [of.caseId]);
    try {
      await due(200);
      expect(await kindsTo(of.caseId, 'maria')).toEqual(['consent-unanswered']);
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('is the young person’s alone from their eighteenth birthday, and whoever asked is told so, once', async () => {
    const of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    await world.behindTheLocks(
      `update person set born = (now() + interval '30 days' - interval '18 years')::date where id = $1`,
      [of.child],
    );
    const id = await offerConsent(world, of);
    await sign(id, of.people.get('Samira') ?? '');
    try {
      await due(31);
      expect([await stateOf(id), await lastEvent(id)]).toEqual(['partly-signed', 'came-of-age partly-signed']);
      expect(await kindsTo(of.caseId, 'maria')).toContain('consent-of-age');
      const told = await world.behindTheLocks(`select 1 from notice where case_id = $1 and kind = 'consent-of-age'`, [
        of.caseId,
      ]);
      expect(told).toHaveLength(1);
      expect(await sign(id, of.child)).toEqual({ state: 'active', missing: [] });
    } finally {
      await world.database.moveClock('0');
    }
  });
});

describe('a party and an agreement', () => {
  it('that time alone ends is told of once on the day after its last, and not where the next one names the same houses', async () => {
    const tove = world.caller('tove');
    const service = { kind: 'service', name: 'consents', requestId: 'test' } as const;
    const due = new RecheckConsents(world.asCaller);
    const { of, id } = await inForce(['Elias', 'Sanna'], 'kurve-kriegen');
    const agreements = new KeepAgreements(world.asCaller, new FileFormLibrary());
    const rows = await world.behindTheLocks<{ id: string }>(
      `select b.id from branch b join authority a on a.id = b.authority_id
       where a.slug || '/' || b.slug in ('ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', 'ekvalla-skola/grundskola')`,
    );
    const parties = rows.map((row) => ({ branchId: row.id, resources: '' }));
    const [days] = await world.behindTheLocks<{ today: string; last: string; next: string; further: string }>(
      `select d::text as today, (d + 10)::text as last, (d + 5)::text as next, (d + 40)::text as further
       from (select (now() at time zone 'Europe/Stockholm')::date as d) x`,
    );
    const signedBy = 'Kommundirektör och lokalpolisområdeschef';
    await agreements.add(tove, 'kurve-kriegen', { startsOn: days!.today, endsOn: days!.last, signedBy, parties });
    const [scheduled] = await world.behindTheLocks<{ at: string }>(
      `select (recheck_at at time zone 'Europe/Stockholm')::text as at from consent where id = $1`,
      [id],
    );
    expect(scheduled?.at).toMatch(/ 00:00:00$/);
    const second = (await agreements.list(tove)).length;
    await agreements.add(tove, 'kurve-kriegen', { startsOn: days!.next, endsOn: days!.further, signedBy, parties });
    expect((await agreements.list(tove)).length).toBe(second + 1);
    try {
      await world.database.moveClock('11 days');
      expect(await due.isOverdue(service)).toBe(true);
      await due.reconcile(service);
      expect(await lastEvent(id)).not.toContain('agreement-lapsed');

      await world.database.moveClock('41 days');
      const before = await toldMaria(of);
      expect(await due.isOverdue(service)).toBe(true);
      await due.reconcile(service);
      expect([await stateOf(id), await lastEvent(id)]).toEqual(['active', 'agreement-lapsed active']);
      expect(await toldMaria(of)).toBeGreaterThan(before);
      const events = async (): Promise<number> =>
        (await world.behindTheLocks(`select 1 from consent_event where consent_id = $1`, [id])).length;
      const said = await events();
      await world.behindTheLocks(`update consent set recheck_at = clock.now() where id = $1`, [id]);
      await due.reconcile(service);
      expect(await events()).toBe(said);
      expect(await due.isOverdue(service)).toBe(false);
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('that ends, or is changed, is told of under every consent that names it', async () => {
    const { of, id } = await inForce(['Tilde', 'Jenny', 'Anders'], 'mash');
    const tove = world.caller('tove');
    const [school] = await world.behindTheLocks<{ id: string; version: number }>(
      `select b.id, b.version from branch b join authority a on a.id = b.authority_id where a.slug = 'ekvalla-skola' and b.slug = 'grundskola'`,
    );
    await world.behindTheLocks(`update unit set ended_at = now() where branch_id = $1`, [school?.id]);
    const before = await toldMaria(of);
    await new EndParty(world.asCaller).run(tove, {
      level: 'branch',
      id: school?.id ?? '',
      version: school?.version ?? 1,
      ended: true,
    });
    expect([await stateOf(id), await lastEvent(id)]).toEqual(['active', 'party-ended active']);
    expect(await toldMaria(of)).toBeGreaterThan(before);
    const agreements = new KeepAgreements(world.asCaller, new FileFormLibrary());
    const mash = (await agreements.list(tove)).find(({ form }) => form === 'mash');
    if (!mash) throw new Error('the town has no agreement on mash');
    const { startsOn, endsOn, signedBy, parties } = mash;
    const kept = parties.filter(({ branchId }) => branchId !== school?.id).slice(0, 2);
    await agreements.change(tove, mash.id, mash.version, { startsOn, endsOn, signedBy, parties: kept });
    expect(await lastEvent(id)).toBe('agreement-changed active');
  });
});
