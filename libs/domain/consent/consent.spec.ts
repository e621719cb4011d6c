import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Consent, DisclosureCase, Subject } from '../disclosure/case.js';
import { consentCovers } from '../disclosure/consent-covers.js';
import type { Category } from '../disclosure/vocabulary.js';
import { stockholmDate } from '../disclosure/age.js';
import { coversAll, NO_REFUSALS, scopeNow, type ConsentRecord, type ConsentSigner } from './consent.js';
import {
  CONSENT_STATES,
  CONSENT_STEPS,
  CONSENT_TRANSITIONS,
  decideConsentStep,
  hasEnded,
  isInForce,
} from './consent-states.js';
import { draftFaults, longestUntil } from './draft-consent.js';
import { decideNarrowing } from './narrow-consent.js';
import { birthday, recheckConsent } from './recheck-consent.js';
import { decideSigning } from './sign-consent.js';
import { decideWithdrawal } from './withdraw-consent.js';

const AT = Date.UTC(2026, 10, 27, 9);
const DAY = 86_400_000;
const SOC = 'ekvalla-soc/individ-och-familj';
const POLICE = 'polisen/lpo-ekvalla';
const SCHOOL = 'ekvalla-skola/grundskola';

const alva: Subject = {
  id: 'alva',
  born: { year: 2011, month: 5, day: 4 },
  protection: 'none',
  guardians: ['mother', 'father'],
  maturity: null,
};
const facts = { asOf: AT, assessments: [] };
const situated = { subject: alva, facts };

const signer = (person: string, over: Partial<ConsentSigner> = {}): ConsentSigner => ({
  person,
  standsAs: person === 'alva' ? 'subject' : 'guardian',
  refusals: NO_REFUSALS,
  signedAt: null,
  method: null,
  declinedAt: null,
  withdrawnAt: null,
  ...over,
});
const signed = (person: string, over: Partial<ConsentSigner> = {}): ConsentSigner =>
  signer(person, { signedAt: AT - DAY, method: 'e-id', ...over });

const offered: ConsentRecord = {
  id: 'c1',
  person: 'alva',
  state: 'offered',
  offered: {
    from: [SOC, POLICE, SCHOOL],
    to: [SOC, POLICE, SCHOOL],
    categories: ['school-attendance-and-results', 'measures-and-plan', 'crime-and-suspicion'],
    purposes: ['support', 'prevent-crime'],
  },
  situations: ['meeting'],
  validFrom: AT - 2 * DAY,
  validUntil: AT + 150 * DAY,
  withdrawnAt: null,
  endedAt: null,
  renews: null,
  apart: false,
  signers: [signer('alva'), signer('mother'), signer('father')],
};
const active: ConsentRecord = {
  ...offered,
  state: 'active',
  signers: [signed('alva'), signed('mother'), signed('father')],
};

const question = (over: Partial<DisclosureCase> = {}): DisclosureCase => ({
  asOf: AT,
  from: { kind: 'social-services', authority: 'ekvalla-soc', branch: 'individ-och-familj' },
  to: { kind: 'police', authority: 'polisen', branch: 'lpo-ekvalla' },
  subjects: [alva],
  category: 'measures-and-plan',
  personData: true,
  form: 'sig',
  phase: 'measures',
  purpose: 'support',
  recipientAssigned: true,
  recipientNamed: false,
  revealsPlace: false,
  reportedBy: null,
  consents: [],
  assessments: [],
  ...over,
});
/** The consent as the gate asks for it (`disclosure/consent-covers.ts`): one not offered yet has no names, one that has ended is taken back. */
function consentAsFact(record: ConsentRecord): Consent {
  const scope = scopeNow(record);
  return {
    id: record.id,
    person: record.person,
    ...scope,
    validFrom: record.validFrom,
    validUntil: record.validUntil,
    withdrawnAt: earlier(record.withdrawnAt, record.endedAt),
    signatures: record.signers.flatMap(({ person, signedAt }) =>
      signedAt === null ? [] : [{ signer: person, at: signedAt }],
    ),
  };
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

const covers = (record: ConsentRecord, over: Partial<DisclosureCase> = {}): boolean =>
  consentCovers(consentAsFact(record), question(over), alva);

describe('the life of a consent', () => {
  it('reads as one table', () => {
    const rows = CONSENT_STATES.map(
      (state) =>
        `${state}: ${CONSENT_STEPS.flatMap((step) => {
          const next = CONSENT_TRANSITIONS[state][step];
          return next === undefined ? [] : [`${step}→${next}`];
        }).join(' ')}`,
    );
    expect(rows).toEqual([
      'draft: offer→offered call-off→called-off',
      'offered: sign→partly-signed complete→active complete-narrowed→narrowed decline→declined expire→expired call-off→called-off',
      'partly-signed: sign→partly-signed complete→active complete-narrowed→narrowed narrow→partly-signed withdraw→withdrawn decline→declined lose-name→partly-signed expire→expired call-off→called-off',
      'active: narrow→narrowed withdraw→withdrawn lose-name→partly-signed expire→expired renew→renewed end→ended',
      'narrowed: narrow→narrowed withdraw→withdrawn lose-name→partly-signed expire→expired renew→renewed end→ended',
      'withdrawn: ',
      'declined: ',
      'expired: ',
      'renewed: ',
      'ended: ',
      'called-off: ',
    ]);
  });

  it('can be taken back from every state in which it opens something or has a name', () => {
    for (const state of CONSENT_STATES)
      if (isInForce(state) || state === 'partly-signed')
        expect(decideConsentStep(state, 'withdraw')).toEqual({ outcome: 'moved', state: 'withdrawn' });
  });
});

describe('signing', () => {
  it('is whole only with every name that custody and maturity ask for', () => {
    const one = decideSigning(offered, { person: 'mother', refusals: NO_REFUSALS }, situated);
    expect(one).toEqual({ outcome: 'signed', state: 'partly-signed', missing: ['father', 'alva'] });
    const two = {
      ...offered,
      state: 'partly-signed' as const,
      signers: [signed('alva'), signer('mother'), signed('father')],
    };
    expect(decideSigning(two, { person: 'mother', refusals: NO_REFUSALS }, situated)).toEqual({
      outcome: 'signed',
      state: 'active',
      missing: [],
    });
  });

  it('holds with less from its last name on where somebody took a part away, whoever it was', () => {
    const taken = { houses: [], categories: ['crime-and-suspicion' as const] };
    const signers = [signed('alva'), signer('mother'), signed('father', { refusals: taken })];
    const last = { ...offered, state: 'partly-signed' as const, signers };
    expect(decideSigning(last, { person: 'mother', refusals: NO_REFUSALS }, situated)).toMatchObject({
      state: 'narrowed',
    });
    const first = { ...last, signers: [signed('alva'), signer('mother'), signed('father')] };
    expect(decideSigning(first, { person: 'mother', refusals: taken }, situated)).toMatchObject({ state: 'narrowed' });
  });

  it.each([
    ['a stranger', offered, { person: 'uncle', refusals: NO_REFUSALS }, 'not-asked'],
    [
      'twice',
      { ...offered, state: 'partly-signed', signers: [signed('mother'), signer('alva')] },
      { person: 'mother', refusals: NO_REFUSALS },
      'already-signed',
    ],
    ['after its time', { ...offered, validUntil: AT }, { person: 'mother', refusals: NO_REFUSALS }, 'time-over'],
    ['a draft', { ...offered, state: 'draft' }, { person: 'mother', refusals: NO_REFUSALS }, 'not-open'],
    [
      'away what was never asked',
      offered,
      { person: 'mother', refusals: { houses: ['sjukhuset/bup'], categories: [] } },
      'unknown-part',
    ],
    [
      'away every kind',
      offered,
      { person: 'mother', refusals: { houses: [], categories: offered.offered.categories } },
      'nothing-left',
    ],
    [
      'away all but one house',
      offered,
      { person: 'mother', refusals: { houses: [POLICE, SCHOOL], categories: [] } },
      'nothing-left',
    ],
  ] as const)('refuses %s', (_, record, signing, code) => {
    expect(decideSigning(record as ConsentRecord, signing, situated)).toEqual({ outcome: 'refused', code });
  });

  it('is not asked of a guardian whom an assessment keeps out, and is whole without that name', () => {
    const harm = {
      ground: 'OSL 12:3' as const,
      person: 'alva',
      from: SOC,
      to: 'person:father',
      categories: [],
      criteria: { seriousHarm: true },
      by: { name: 'E', role: 'investigator' },
      at: AT - DAY,
      until: AT + DAY,
    };
    const there = { subject: alva, facts: { ...facts, assessments: [harm] } };
    const record = {
      ...offered,
      state: 'partly-signed' as const,
      signers: [signed('alva'), signer('mother'), signer('father')],
    };
    expect(decideSigning(record, { person: 'father', refusals: NO_REFUSALS }, there)).toEqual({
      outcome: 'refused',
      code: 'not-needed-now',
    });
    expect(decideSigning(record, { person: 'mother', refusals: NO_REFUSALS }, there)).toMatchObject({
      state: 'active',
    });
  });
});

describe('taking back', () => {
  it('needs one of those who must sign, and the second time tells of the first', () => {
    expect(decideWithdrawal(active, 'alva', situated)).toEqual({ outcome: 'withdrawn', state: 'withdrawn' });
    const over = { ...active, state: 'withdrawn' as const, withdrawnAt: AT - DAY };
    expect(decideWithdrawal(over, 'mother', situated)).toEqual({ outcome: 'already-over', since: AT - DAY });
    expect(decideWithdrawal(over, 'uncle', situated)).toEqual({ outcome: 'refused', code: 'not-asked' });
  });

  it('says no to a question, and takes back a name given to half a consent', () => {
    expect(decideWithdrawal(offered, 'alva', situated)).toEqual({ outcome: 'withdrawn', state: 'declined' });
    const half = {
      ...offered,
      state: 'partly-signed' as const,
      signers: [signed('alva'), signer('mother'), signer('father')],
    };
    expect(decideWithdrawal(half, 'alva', situated)).toEqual({ outcome: 'withdrawn', state: 'withdrawn' });
    expect(decideWithdrawal(half, 'mother', situated)).toEqual({ outcome: 'withdrawn', state: 'declined' });
  });

  it('takes one agency away and leaves the rest', () => {
    const narrowing = { person: 'alva', refusals: { houses: [SCHOOL], categories: [] } };
    expect(decideNarrowing(active, narrowing, situated)).toMatchObject({
      outcome: 'narrowed',
      state: 'narrowed',
      scope: { to: [SOC, POLICE] },
    });
    const after = {
      ...active,
      signers: [signed('alva', { refusals: narrowing.refusals }), signed('mother'), signed('father')],
    };
    expect(covers(after)).toBe(true);
    expect(covers(after, { to: { kind: 'school', authority: 'ekvalla-skola', branch: 'grundskola' } })).toBe(false);
    expect(decideNarrowing(after, narrowing, situated)).toEqual({ outcome: 'refused', code: 'no-change' });
  });
});

describe('properties', () => {
  const refusals = fc.record({
    houses: fc.subarray([SOC, POLICE, SCHOOL]),
    categories: fc.subarray<Category>([...offered.offered.categories]),
  });
  const asked = fc.record({
    category: fc.constantFrom<Category>(...offered.offered.categories, 'addiction'),
    purpose: fc.constantFrom('support' as const, 'prevent-crime' as const, 'report-crime' as const),
    asOf: fc.integer({ min: -400, max: 400 }).map((days) => AT + days * DAY),
  });

  it('narrowing never widens, whoever narrows and in whatever order', () => {
    fc.assert(
      fc.property(refusals, refusals, asked, (one, other, over) => {
        const narrowed = {
          ...active,
          signers: [signed('alva', { refusals: one }), signed('mother'), signed('father', { refusals: other })],
        };
        const mirrored = {
          ...active,
          signers: [signed('alva', { refusals: other }), signed('mother'), signed('father', { refusals: one })],
        };
        expect(scopeNow(narrowed)).toEqual(scopeNow(mirrored));
        if (covers(narrowed, over)) expect(covers(active, over)).toBe(true);
      }),
    );
  });

  it('renewing never widens, and whatever ended it, nothing is covered from that instant on', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(...CONSENT_STATES), (over, state) => {
        const ended = { ...active, state, endedAt: AT };
        if (over.asOf >= AT) expect(covers(ended, over)).toBe(false);
        else expect(covers(ended, over)).toBe(covers(active, over));
      }),
    );
  });

  it('a renewal covers what it renews only where nothing has been taken away', () => {
    const taken = scopeNow({
      ...active,
      signers: [signed('mother', { refusals: { houses: [POLICE], categories: [] } })],
    });
    expect(coversAll(scopeNow(active), taken)).toBe(true);
    expect(coversAll(taken, scopeNow(active))).toBe(false);
    expect(coversAll(taken, taken)).toBe(true);
  });

  it('withdrawing never widens, and nothing is covered from that instant on', () => {
    fc.assert(
      fc.property(asked, (over) => {
        const withdrawn = { ...active, withdrawnAt: AT };
        if (over.asOf >= AT) expect(covers(withdrawn, over)).toBe(false);
        else expect(covers(withdrawn, over)).toBe(covers(active, over));
      }),
    );
  });
});

describe('looking again', () => {
  it('loses its validity at midnight of the eighteenth birthday when the young person has not signed', () => {
    const guardiansOnly = { ...active, signers: [signed('mother'), signed('father')], validUntil: AT + 2000 * DAY };
    const child: Subject = { ...alva, maturity: 'guardian' };
    const before = recheckConsent(guardiansOnly, child, { ...facts, asOf: birthday(alva.born, 18) - 1 });
    expect([before.happened, before.state]).toEqual([null, 'active']);
    expect(before.nextAt).toBe(birthday(alva.born, 18));
    const after = recheckConsent(guardiansOnly, child, { ...facts, asOf: birthday(alva.born, 18) });
    expect([after.happened, after.state, after.toAsk]).toEqual(['name-missing', 'partly-signed', ['alva']]);
  });

  it('asks a new guardian, and is whole again when the custody that asked for the name has ended', () => {
    const third: Subject = { ...alva, guardians: ['mother', 'father', 'aunt'] };
    const lost = recheckConsent(active, third, facts);
    expect([lost.happened, lost.toAsk, lost.names.missing]).toEqual(['name-missing', ['aunt'], ['aunt']]);
    const half = { ...active, state: 'partly-signed' as const, signers: [...active.signers, signer('aunt')] };
    expect(recheckConsent(half, alva, facts)).toMatchObject({ happened: 'complete', state: 'active' });
  });

  it('holds with less when it is whole again: what somebody took away while it held stays away', () => {
    const third: Subject = { ...alva, guardians: ['mother', 'father', 'aunt'] };
    const taken = { refusals: { houses: [SCHOOL], categories: [] } };
    const narrowed: ConsentRecord = {
      ...active,
      state: 'narrowed',
      signers: [signed('alva', taken), signed('mother'), signed('father')],
    };
    expect(recheckConsent(narrowed, third, facts)).toMatchObject({ happened: 'name-missing', state: 'partly-signed' });
    const half = { ...narrowed, state: 'partly-signed' as const, signers: [...narrowed.signers, signer('aunt')] };
    expect(recheckConsent(half, alva, facts)).toMatchObject({ happened: 'complete', state: 'narrowed' });
    const there = { subject: third, facts };
    expect(decideSigning(half, { person: 'aunt', refusals: NO_REFUSALS }, there)).toMatchObject({ state: 'narrowed' });
  });

  it('is over at its end and not a moment before', () => {
    expect(recheckConsent(active, alva, { ...facts, asOf: active.validUntil - 1 }).happened).toBeNull();
    expect(recheckConsent(active, alva, { ...facts, asOf: active.validUntil })).toMatchObject({
      happened: 'expired',
      state: 'expired',
    });
    expect(hasEnded('expired')).toBe(true);
  });

  it('counts a birthday on 29 February from 1 March where the year lacks the day', () => {
    const born = { year: 2008, month: 2, day: 29 };
    expect(stockholmDate(birthday(born, 18))).toEqual({ year: 2026, month: 3, day: 1 });
    expect(stockholmDate(birthday(born, 20))).toEqual({ year: 2028, month: 2, day: 29 });
  });
});

describe('a draft', () => {
  const draft = { scope: offered.offered, situations: offered.situations, validFrom: AT, validUntil: longestUntil(AT) };
  const houses = [SOC, POLICE, SCHOOL];

  it('may last half a year to the end of the day, and not a moment more', () => {
    expect(new Date(longestUntil(AT)).toISOString()).toBe('2027-05-27T22:00:00.000Z');
    expect(draftFaults(draft, { asOf: AT, houses })).toEqual([]);
    expect(draftFaults({ ...draft, validUntil: draft.validUntil + 1 }, { asOf: AT, houses })).toEqual([
      { field: 'validUntil', code: 'too-long' },
    ]);
    expect(draftFaults({ ...draft, validUntil: draft.validUntil + 1 }, { asOf: AT, houses, months: 12 })).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    const scope = {
      from: [SOC],
      to: [SOC],
      categories: offered.offered.categories,
      purposes: offered.offered.purposes,
    };
    expect(draftFaults({ ...draft, scope }, { asOf: AT, houses })).toEqual([{ field: 'to', code: 'nobody-else' }]);
    expect(
      draftFaults(
        { ...draft, scope: { from: ['x/y'], to: [], categories: [], purposes: [] }, situations: [], validUntil: AT },
        { asOf: AT, houses },
      ).map(({ field, code }) => `${field} ${code}`),
    ).toEqual([
      'to missing',
      'categories missing',
      'purposes missing',
      'situations missing',
      'from unknown-house',
      'validUntil before-start',
    ]);
  });
});
