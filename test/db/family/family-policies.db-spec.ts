/**
 * The second lock around families: what a person set in a transaction reads and writes as plain SQL, past the program.
 * Their own and nothing else; links, sessions and orders not even that (OSL 12:3, 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { AskFamilyQuestion } from '#use-cases/family/ask-family-question.js';
import type { FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { signName } from '../../support/names.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let app: Client;
let of: Family;
let others: Family;
let consentId: string;
let apartId: string;
let questionItem: string;
const TABLES = ['family_link', 'family_session', 'e_id_order', 'family_preference', 'family_message'] as const;

const id = (name: string): string => of.people.get(name) ?? others.people.get(name) ?? '';

const family = (name: string): FamilyCaller => {
  const { municipalityId, branchId } = world.caller('maria');
  const sessionId = '00000000-0000-4000-8000-000000000002';
  return {
    kind: 'family',
    personId: id(name),
    municipalityId,
    branchId,
    sessionId,
    origin: '127.0.0.1',
    requestId: 'test',
  };
};

/** One transaction of the runtime role under one identity; whatever it wrote is taken back. */
async function as<T extends object>(
  who: string | StaffCaller | 'service',
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const settings =
    who === 'service'
      ? { service: 'family' }
      : typeof who === 'string'
        ? { person: id(who) }
        : {
            staff: who.staffId,
            unit: who.unitId,
            branch: who.branchId,
            municipality: who.municipalityId,
            role: who.role,
          };
  await app.query('begin');
  try {
    for (const [key, value] of Object.entries(settings))
      await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
    return (await app.query<T>(sql, values)).rows;
  } finally {
    await app.query('rollback');
  }
}

beforeAll(async () => {
  world = await buildWorld();
  app = new Client({ connectionString: world.database.urls.app });
  await app.connect();
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  others = await openFamily(world, ['Nora', 'Samira', 'Peter']);
  consentId = await offerConsent(world, of);
  apartId = await offerConsent(world, others, { apart: true });
  const ask = new AskFamilyQuestion(world.asCaller, world.seal, world.familyGate, world.gate);
  await ask.ask(family('Linda'), {
    consentId,
    key: '00000000-0000-4000-8000-0000000000aa',
    text: 'Får skolan veta allt?',
  });
  const [message] = await world.behindTheLocks<{ item_id: string }>(`select item_id from family_message`);
  questionItem = message?.item_id ?? '';
  await world.behindTheLocks(`insert into family_preference (person_id, language) values ($1, 'ar')`, [id('Linda')]);
  for (const [name, consent] of [
    ['Linda', consentId],
    ['Samira', apartId],
  ] as const) {
    const linkId = (
      await world.behindTheLocks<{ id: string }>(
        `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, created_by, expires_at, delivery)
         select gen_random_uuid(), c.municipality_id, c.branch_id, c.id, $2, 'letter', sha256($3), c.created_by, now() + interval '1 day', 'printed'
         from consent c where c.id = $1 returning id`,
        [consent, id(name), Buffer.from(name)],
      )
    )[0]?.id;
    await world.behindTheLocks(
      `with s as (insert into family_session (id, token_hash, link_id, person_id, municipality_id, branch_id, idle_until, expires_at)
         select gen_random_uuid(), sha256($2), l.id, l.person_id, l.municipality_id, l.branch_id, now() + interval '1 hour', now() + interval '1 hour'
         from family_link l where l.id = $1 returning *)
       insert into e_id_order (id, purpose, session_id, person_id, order_ref, start, language)
       select gen_random_uuid(), 'identify', s.id, s.person_id, $3, 'other-device', 'sv' from s`,
      [linkId, Buffer.from(`session ${name}`), `order ${name}`],
    );
  }
}, 60_000);
afterAll(async () => {
  await app.end();
  await world.close();
});

describe('a person', () => {
  it.each([
    ['Linda', { family_preference: 1, family_message: 1 }],
    ['Tomas', {}],
    ['Samira', {}],
    ['Melvin', {}],
  ])('called %s reads only their own wish and questions', async (name, expected) => {
    const seen: Record<string, number> = {};
    for (const table of TABLES) {
      const rows = await as(name, `select 1 from ${table}`);
      if (rows.length > 0) seen[table] = rows.length;
    }
    expect(seen).toEqual(expected);
  });

  it('reads no table of content, nor anybody’s key', async () => {
    for (const table of [
      'person',
      'person_identity',
      'person_key',
      'custody',
      'case_file',
      'item',
      'item_subject',
      'share',
      'assessment',
      'consent_event',
    ])
      expect({ table, rows: await as('Linda', `select 1 from ${table} limit 1`) }).toEqual({ table, rows: [] });
    expect(await as('Linda', `select person_id from consent_signer`)).toEqual([{ person_id: id('Linda') }]);
    expect(await as('Linda', `select id from consent`)).toEqual([{ id: consentId }]);
  });

  /** As no program changes it: past the rule that what was offered stands. */
  const changed = async (id: string, change: string, values: unknown[] = []): Promise<void> => {
    await world.behindTheLocks(`alter table consent disable trigger user`);
    await world.behindTheLocks(`update consent set ${change} where id = $1`, [id, ...values]);
    await world.behindTheLocks(`alter table consent enable trigger user`);
  };

  const names = async (who: string): Promise<string[]> => {
    const asked = [...of.people.values(), ...others.people.values()];
    const rows = await as<{ person_id: string }>(who, `select person_id from caller.family_names($1::uuid[])`, [asked]);
    const byId = new Map([...of.people, ...others.people].map(([name, person]) => [person, name]));
    return rows.map((row) => byId.get(row.person_id) ?? '').sort();
  };

  it('may ask for the names of those who sign beside them, and of nobody where they meet apart or one is protected', async () => {
    expect(await names('Linda')).toEqual(['Linda', 'Melvin', 'Tomas']);
    expect(await names('Melvin')).toEqual(['Linda', 'Melvin', 'Tomas']);
    expect(await names('Samira')).toEqual(['Nora', 'Samira']);
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [id('Tomas')]);
    try {
      expect(await names('Linda')).toEqual(['Linda', 'Melvin']);
      expect(await names('Tomas')).toEqual(['Melvin', 'Tomas']);
    } finally {
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [id('Tomas')]);
    }
  });

  it('may not ask for the name of whom the house keeps them apart from, whichever of the two asks, while it does', async () => {
    const { municipalityId, branchId, staffId } = world.caller('maria');
    const [kept] = await world.behindTheLocks<{ id: string }>(
      `insert into kept_apart (id, municipality_id, branch_id, person_id, other_person_id, ground, until, decided_by)
       values (gen_random_uuid(), $1, $2, $3, $4, 'violence', clock.now() + interval '90 days', $5) returning id`,
      [municipalityId, branchId, id('Linda'), id('Tomas'), staffId],
    );
    try {
      expect(await names('Linda')).toEqual(['Linda', 'Melvin']);
      expect(await names('Tomas')).toEqual(['Melvin', 'Tomas']);
      // Whom nobody keeps apart from either goes on as before.
      expect(await names('Melvin')).toEqual(['Linda', 'Melvin', 'Tomas']);
      await world.behindTheLocks(`update kept_apart set until = clock.now() where id = $1`, [kept?.id]);
      expect(await names('Linda')).toEqual(['Linda', 'Melvin', 'Tomas']);
    } finally {
      await world.behindTheLocks(`delete from kept_apart where id = $1`, [kept?.id]);
    }
  });

  it.each([
    ['it is called off', `state = 'called-off', ended_at = clock.now()`],
    ['it has expired', `state = 'expired', ended_at = clock.now()`],
    [
      'its end has passed',
      `state = 'active', valid_from = clock.now() - interval '2 days', valid_until = clock.now() - interval '1 hour'`,
    ],
    ['nothing is left of it', `state = 'narrowed', categories = '{}'`],
  ])('may not ask for the name beside them when %s', async (_, change) => {
    const [kept] = await world.behindTheLocks(`select * from consent where id = $1`, [consentId]);
    await changed(consentId, change);
    try {
      expect(await names('Linda')).toEqual(['Linda', 'Melvin']);
    } finally {
      const {
        state,
        ended_at: endedAt,
        valid_from: from,
        valid_until: until,
        categories,
      } = kept as Record<string, unknown>;
      await changed(consentId, `state = $2, ended_at = $3, valid_from = $4, valid_until = $5, categories = $6`, [
        ...[state, endedAt, from, until, categories],
      ]);
    }
    expect(await names('Linda')).toEqual(['Linda', 'Melvin', 'Tomas']);
  });

  it('may not ask for the name of who meets another question about the same person apart from them', async () => {
    const apart = await offerConsent(world, of, { apart: true });
    expect(await names('Linda')).toEqual(['Linda', 'Melvin']);
    await changed(apart, `state = 'called-off', ended_at = clock.now()`);
    expect(await names('Linda')).toEqual(['Linda', 'Melvin', 'Tomas']);
  });

  it('may ask for what they wrote themselves, and not for what another wrote', async () => {
    const items = (who: string) => as(who, `select id from caller.family_items($1::uuid[])`, [[questionItem]]);
    expect(await items('Linda')).toEqual([{ id: questionItem }]);
    for (const other of ['Tomas', 'Melvin', 'Samira']) expect(await items(other)).toEqual([]);
  });

  it('gets the paper that they signed, and no other evidence', async () => {
    await signName(world, family('Linda'), {
      consentId,
      personId: id('Linda'),
      method: 'e-id',
      language: 'sv',
      noticeVersion: NOTICE_VERSION,
      refusals: NO_REFUSALS,
      receivedBy: null,
    });
    const kept = await world.behindTheLocks<{ id: string; kind: string }>(
      `insert into consent_evidence (id, consent_id, signer_id, kind, media_type, key_person_id, ciphertext, key_version, sha256)
       select gen_random_uuid(), c.id, $2, k, 'x', c.person_id, '\\x00', 1, '\\x00' from consent c, unnest(array['document','e-id']) k
       where c.id = $1 returning id, kind`,
      [consentId, id('Linda')],
    );
    const asked = async (who: string): Promise<string[]> => {
      const found: string[] = [];
      for (const one of kept)
        if ((await as(who, `select 1 from caller.family_evidence($1)`, [one.id])).length > 0) found.push(one.kind);
      return found;
    };
    expect(await asked('Linda')).toEqual(['document']);
    for (const other of ['Tomas', 'Melvin', 'Samira']) expect(await asked(other)).toEqual([]);
  });

  it.each([
    [
      'question in another’s name',
      `insert into family_message (id, municipality_id, branch_id, consent_id, case_id, person_id, item_id)
       select gen_random_uuid(), m.municipality_id, m.branch_id, m.consent_id, m.case_id, :other, m.item_id from family_message m where m.person_id = :me`,
    ],
    ['language of another', `insert into family_preference (person_id, language) values (:other, 'en')`],
    [
      'link',
      `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, expires_at, delivery)
       values (gen_random_uuid(), :town, :branch, :consent, :me, 'letter', '\\x01', now() + interval '1 day', 'printed')`,
    ],
    [
      'item that another said',
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, giver_person, category, form, phase, key_person_id, key_version, ciphertext)
       values (gen_random_uuid(), :town, :case, :branch, 'guardian', :other, 'measures-and-plan', 'none', 'none', :child, 1, '\\x00')`,
    ],
    [
      'item in a case that is none of theirs',
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, giver_person, category, form, phase, key_person_id, key_version, ciphertext)
       values (gen_random_uuid(), :town, :strange, :branch, 'guardian', :me, 'measures-and-plan', 'none', 'none', :child, 1, '\\x00')`,
    ],
    [
      'item as if the house had said it',
      `insert into item (id, municipality_id, case_id, branch_id, giver_kind, category, form, phase, key_person_id, key_version, ciphertext)
       values (gen_random_uuid(), :town, :case, :branch, 'social-services', 'measures-and-plan', 'none', 'none', :child, 1, '\\x00')`,
    ],
    [
      'signature of another',
      `insert into consent_evidence (id, consent_id, signer_id, kind, media_type, key_person_id, ciphertext, key_version, sha256)
       values (gen_random_uuid(), :consent, :other, 'e-id', 'x', :child, '\\x00', 1, '\\x00')`,
    ],
  ])('writes no %s', async (_, sql) => {
    const { municipalityId, branchId } = world.caller('maria');
    const words: Readonly<Record<string, string>> = {
      me: id('Linda'),
      other: id('Tomas'),
      town: municipalityId,
      branch: branchId,
      consent: consentId,
      case: of.caseId,
      strange: others.caseId,
      child: of.child,
    };
    const filled = sql.replace(/:(\w+)/g, (whole, word: string) => (words[word] ? `'${words[word]}'` : whole));
    await expect(as('Linda', filled)).rejects.toThrow('row-level security');
  });
});

describe('staff', () => {
  it('see the links and questions of consents that they work with, and no session, order or other house’s link', async () => {
    const maria = world.caller('maria');
    expect(await as(maria, `select person_id from family_link order by 1`)).toHaveLength(2);
    expect(await as(maria, `select 1 from family_message`)).toHaveLength(1);
    for (const table of ['family_session', 'e_id_order']) expect(await as(maria, `select 1 from ${table}`)).toEqual([]);
    for (const key of ['marcus', 'olof', 'tove', 'sara'])
      for (const table of TABLES)
        expect({ key, table, rows: await as(world.caller(key), `select 1 from ${table}`) }).toEqual({
          key,
          table,
          rows: [],
        });
  });

  it('make no link for whom nobody asks, nor in a colleague’s name', async () => {
    const maria = world.caller('maria');
    const insert = `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, created_by, expires_at, delivery)
      values (gen_random_uuid(), $1, $2, $3, $4, 'letter', '\\x02', $5, now() + interval '1 day', 'printed')`;
    const { municipalityId, branchId, staffId } = maria;
    await expect(as(maria, insert, [municipalityId, branchId, consentId, id('Peter'), staffId])).rejects.toThrow(
      'row-level security',
    );
    const elin = world.caller('elin').staffId;
    await expect(as(maria, insert, [municipalityId, branchId, consentId, id('Linda'), elin])).rejects.toThrow(
      'row-level security',
    );
  });
});

describe('the platform at the door', () => {
  it('reads no content: not a word, a name or a key', async () => {
    for (const table of [
      'person_identity',
      'person_key',
      'item',
      'item_version',
      'share',
      'consent',
      'consent_evidence',
      'custody',
      'assessment',
      'case_file',
    ])
      expect({ table, rows: await as('service', `select 1 from ${table} limit 1`) }).toEqual({ table, rows: [] });
    expect((await as('service', `select 1 from family_session`)).length).toBeGreaterThan(0);
  });
});
