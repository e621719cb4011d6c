/** A family's links, browsers and orders go away the days after they are over that the installation has set, and nothing else does. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '#platform/config/settings.js';
import { RemoveOldWaysIn } from '#use-cases/family/remove-old-ways-in.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { FamilyLinkStore } from '#use-cases/family/family-access.port.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { anIdentity, peopleOf, testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const DAYS = 30;
const service = { kind: 'service', name: 'family', requestId: 'test' } as const;

let world: World;
let of: Family;
let removing: RemoveOldWaysIn;

beforeAll(async () => {
  world = await buildWorld();
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  removing = new RemoveOldWaysIn(world.asCaller, DAYS);
}, 60_000);
afterAll(() => world?.close());

interface Way {
  readonly link: string;
  readonly session: string;
  readonly order: string;
}

/** A link that was opened today, a browser that came by it, and an order in that browser. */
async function wayIn(consentId: string, name: string, order: 'complete' | 'pending' = 'complete'): Promise<Way> {
  const way = { link: randomUUID(), session: randomUUID(), order: randomUUID() };
  const { municipalityId, branchId, staffId } = world.caller('maria');
  const personId = of.people.get(name);
  await world.behindTheLocks(
    `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, created_by, expires_at, used_at, delivery)
     values ($1, $2, $3, $4, $5, 'letter', sha256($6), $7, clock.now() + interval '14 days', clock.now(), 'printed')`,
    [way.link, municipalityId, branchId, consentId, personId, Buffer.from(way.link), staffId],
  );
  await world.behindTheLocks(
    `insert into family_session (id, token_hash, link_id, person_id, municipality_id, branch_id, idle_until, expires_at)
     values ($1, sha256($2), $3, $4, $5, $6, clock.now() + interval '15 minutes', clock.now() + interval '2 hours')`,
    [way.session, Buffer.from(way.session), way.link, personId, municipalityId, branchId],
  );
  await world.behindTheLocks(
    `insert into e_id_order (id, purpose, session_id, person_id, order_ref, start, language, state, ended_at)
     values ($1, 'identify', $2, $3, $4, 'other-device', 'sv', $5, case when $5 = 'pending' then null else now() end)`,
    [way.order, way.session, personId, way.order, order],
  );
  return way;
}

/** What is left of a way in. */
const left = async ({ link, session, order }: Way): Promise<string> =>
  (
    await world.behindTheLocks<{ what: string }>(
      `select 'link' as what from family_link where id = $1 union all select 'session' from family_session where id = $2
       union all select 'order' from e_id_order where id = $3`,
      [link, session, order],
    )
  )
    .map(({ what }) => what)
    .join(' ');

const afterDays = async (days: number): Promise<number> => {
  await world.database.moveClock(`${days} days`);
  const due = await removing.isOverdue(service);
  const removed = await removing.reconcile(service);
  expect(due).toBe(removed > 0);
  return removed;
};

describe('what is over', () => {
  it('is kept for the days that are set, and then removed, the newest link half a year after the end', async () => {
    const consentId = await offerConsent(world, of);
    const first = await wayIn(consentId, 'Linda');
    expect(await afterDays(DAYS)).toBe(0);
    expect(await left(first)).toBe('link session order');
    // The browser is over after a quarter of an hour, and thirty days have passed since then.
    expect(await afterDays(DAYS + 1)).toBe(2);
    expect(await left(first)).toBe('link');
    const second = await wayIn(consentId, 'Linda');
    expect(await afterDays(DAYS + 30)).toBe(1);
    expect(await left(first)).toBe('');
    expect(await left(second)).toBe('link session order');
    expect(await afterDays(200)).toBe(2);
    expect(await left(second)).toBe('link');
    await world.behindTheLocks(`update consent set state = 'expired', ended_at = clock.now() where id = $1`, [
      consentId,
    ]);
    // That it has ended, and who has read what, is theirs to see for half a year.
    expect(await afterDays(379)).toBe(0);
    expect(await left(second)).toBe('link');
    expect(await afterDays(381)).toBe(1);
    expect(await left(second)).toBe('');
    const lines = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where ground = 'retention' order by id`,
    );
    expect(lines.map(({ detail }) => detail)).toEqual([
      { deed: 'family-ways-in-removed', orders: 1, sessions: 1, links: 0, afterDays: DAYS },
      { deed: 'family-ways-in-removed', orders: 0, sessions: 0, links: 1, afterDays: DAYS },
      { deed: 'family-ways-in-removed', orders: 1, sessions: 1, links: 0, afterDays: DAYS },
      { deed: 'family-ways-in-removed', orders: 0, sessions: 0, links: 1, afterDays: DAYS },
    ]);
    await world.database.moveClock('0');
  });

  it('is not removed while an order in it is pending', async () => {
    const waiting = await wayIn(await offerConsent(world, of), 'Tomas', 'pending');
    expect(await afterDays(400)).toBe(0);
    expect(await left(waiting)).toBe('link session order');
    await world.database.moveClock('0');
  });

  it('is removed by the platform alone', async () => {
    const way = await wayIn(await offerConsent(world, of), 'Linda');
    await world.database.moveClock('400 days');
    for (const caller of [world.caller('maria'), { ...service, name: 'consents' }])
      expect(await new RemoveOldWaysIn(world.asCaller, DAYS).reconcile(caller as ServiceCaller)).toBe(0);
    expect(await left(way)).toBe('link session order');
    await world.database.moveClock('0');
  });

  it('is kept while a consent goes on for the record into which its own was folded, and counts as that person’s', async () => {
    const consentId = await offerConsent(world, of);
    const { link, session, order } = await wayIn(consentId, 'Linda');
    const folded = of.people.get('Linda') ?? '';
    await world.behindTheLocks(`update person_number set number_kind = 'coordination' where person_id = $1`, [folded]);
    const people = peopleOf(world);
    const maria = world.caller('maria');
    const number = testNumber('19800405');
    const keptId = await people.register(maria, anIdentity({ givenName: 'Linda', familyName: 'Åstrand', number }));
    const { keptVersion, foldedVersion } = await people.merge.preview(maria, keptId, folded);
    const reasons = 'Samma mamma, två nummer';
    await people.merge.run(maria, {
      ...{ keptId, foldedId: folded, keptVersion, foldedVersion, takeFolded: [], reasons },
    });
    const newer = randomUUID();
    const renewal = (personId: string, id: string) =>
      world.behindTheLocks(
        `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, renews, created_by, expires_at, created_at, delivery)
         values ($1, $2, $3, $4, $5, 'sms', sha256($6), $7, $8, clock.now() + interval '14 days', clock.now() + interval '1 second', 'sent')`,
        [id, maria.municipalityId, maria.branchId, consentId, personId, Buffer.from(id), link, null],
      );
    await world.database.moveClock('100 days');
    await removing.reconcile(service);
    expect(await left({ link, session, order })).toBe('link');
    await world.database.moveClock('0');
    // One person’s whichever record it was sent to.
    await renewal(keptId, newer);
    const asked = await world.asCaller.run(service, async (tx) => {
      const links = tx.of(FamilyLinkStore);
      return {
        newest: [await links.isNewest({ id: link }), await links.isNewest({ id: newer })],
        renewed: [await links.countRenewed(keptId, new Date(0)), await links.countRenewed(folded, new Date(0))],
        ids: (await links.findIdsOf(keptId)).includes(link),
        open: (await links.revokeAllOf(keptId, [consentId])).sort(),
      };
    });
    expect(asked).toEqual({ newest: [false, true], renewed: [1, 1], ids: true, open: [link, newer].sort() });
  });

  it('is not kept for a guardian who may no longer be told, since the child decides alone', async () => {
    const consentId = await offerConsent(world, of);
    const way = await wayIn(consentId, 'Tomas');
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [of.child]);
    await afterDays(100);
    expect(await left(way)).toBe('');
    await world.database.moveClock('0');
  });
});

describe('the days', () => {
  it('are ninety unless the installation sets others', () => {
    const env = { ...process.env, ...world.database.env };
    expect(readSettings(env).familyAccessDays).toBe(90);
    expect(readSettings({ ...env, SAMNAV_FAMILY_ACCESS_DAYS: '14' }).familyAccessDays).toBe(14);
    expect(() => readSettings({ ...env, SAMNAV_FAMILY_ACCESS_DAYS: '0' })).toThrow('SAMNAV_FAMILY_ACCESS_DAYS');
  });
});
