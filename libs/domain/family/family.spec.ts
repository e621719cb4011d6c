import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_REFUSALS, type ConsentRecord, type ConsentSigner } from '../consent/consent.js';
import { CONSENT_STATES, type ConsentState } from '../consent/consent-states.js';
import { NOTICE_TEXT } from '../consent/notice.js';
import { NOTICE_LANGUAGES } from '../consent/notice-words/notice-words.js';
import { NOTICE_WORDS, noticeAsText, writeNotice, type NoticeAsked } from '../consent/notice-words/write-notice.js';
import type { Assessment, Subject } from '../disclosure/case.js';
import { decideSigningText } from '../e-id/signing-text.js';
import { DAY, MINUTE } from '../kernel/instant.js';
import { readContacts, readFamilyOffice } from './contacts.js';
import {
  CODE_LETTERS,
  decideLink,
  isErrand,
  linkDays,
  mayAskForNext,
  MOST_WRONG,
  readCode,
  writeCode,
} from './family-link.js';
import { decideFamilySession } from './family-session.js';
import { showConsent, type ShownConsent } from './shown-consent.js';

const AT = Date.UTC(2026, 10, 27, 12);

describe('a link', () => {
  const open = { expiresAt: AT + DAY, usedAt: null, revokedAt: null, wrongTries: 0 };

  it.each([
    ['open', open, 'open', false],
    ['taken back', { ...open, revokedAt: AT }, 'revoked', false],
    ['used', { ...open, usedAt: AT }, 'used', true],
    ['used and then taken back', { ...open, usedAt: AT, revokedAt: AT }, 'revoked', false],
    ['over', { ...open, expiresAt: AT }, 'expired', true],
    ['tried too often', { ...open, wrongTries: MOST_WRONG }, 'locked', false],
  ] as const)('that is %s', (_, link, why, asks) => {
    expect(decideLink(link, AT)).toEqual(why === 'open' ? { outcome: 'open' } : { outcome: 'closed', why });
    expect(mayAskForNext(link, AT)).toBe(asks);
  });

  it('works as many days as the municipality says, within reason', () => {
    expect([undefined, 0, 7, 60, 61, '7', 1.5].map(linkDays)).toEqual([14, 14, 7, 60, 14, 14, 14]);
  });

  it('has a code that reads back however it is typed, and nothing else reads as one', () => {
    const letters = (n: number) => fc.string({ unit: fc.constantFrom(...CODE_LETTERS), minLength: n, maxLength: n });
    fc.assert(
      fc.property(letters(5), letters(8), (reference, secret) => {
        const written = writeCode({ reference, secret });
        expect(readCode(written)).toEqual({ reference, secret });
        expect(readCode(` ${written.toLowerCase().replaceAll('-', ' ')}\n`)).toEqual({ reference, secret });
        expect(readCode(written.slice(1))).toBeUndefined();
        expect(readCode(`${written}B`)).toBeUndefined();
      }),
    );
    expect(readCode('AAAAA-BBBB-BBBB')).toBeUndefined();
  });
});

describe('a session', () => {
  const session = { idleUntil: AT + 15 * MINUTE, expiresAt: AT + 60 * MINUTE, revokedAt: null };
  it.each([
    [0, null, 'live'],
    [15, null, 'idle'],
    [60, null, 'expired'],
    [0, AT, 'revoked'],
  ] as const)('%i minutes on, revoked %s, is %s', (minutes, revokedAt, expected) => {
    expect(decideFamilySession({ ...session, revokedAt }, AT + minutes * MINUTE)).toBe(expected);
  });
});

describe('an errand behind the door', () => {
  it.each([
    ['a consent that goes on', null, true],
    ['one that ended now', 0, true],
    ['one that ended half a year ago, less a minute', -180 * DAY + MINUTE, true],
    ['one that ended half a year ago', -180 * DAY, false],
  ])('%s', (_, since, expected) => {
    expect(isErrand({ endedAt: since === null ? null : AT + since }, AT)).toBe(expected);
  });
});

describe('whom one can call', () => {
  const jour = {
    name: 'Socialjouren',
    role: 'emergency-service',
    phone: '010-000 00 00',
    hours: 'alla kvällar och nätter',
    night: true,
  };
  it('is what the municipality has set, as far as it is well-formed', () => {
    expect(
      readContacts({ family: { contacts: [jour, { ...jour, night: 'ja' }, { ...jour, role: 'friend' }, 7, null] } }),
    ).toEqual([jour]);
    expect([{}, { family: 7 }, { family: { contacts: 'x' } }].flatMap(readContacts)).toEqual([]);
    expect(readFamilyOffice({ family: { office: 'Ungdomsenheten' } })).toBe('Ungdomsenheten');
    expect(readFamilyOffice({})).toBeNull();
  });
});

const nora: Subject = {
  id: 'nora',
  born: { year: 2012, month: 9, day: 5 },
  protection: 'none',
  guardians: ['samira', 'peter'],
  maturity: null,
};
const signer = (person: string, over: Partial<ConsentSigner> = {}): ConsentSigner => ({
  person,
  standsAs: person === 'nora' ? 'subject' : 'guardian',
  refusals: NO_REFUSALS,
  signedAt: null,
  method: null,
  declinedAt: null,
  withdrawnAt: null,
  ...over,
});
const asked: ConsentRecord = {
  id: 'c1',
  person: 'nora',
  state: 'offered',
  offered: {
    from: ['soc', 'police'],
    to: ['soc', 'police'],
    categories: ['measures-and-plan', 'leisure'],
    purposes: ['support'],
  },
  situations: ['meeting'],
  validFrom: AT - DAY,
  validUntil: AT + 90 * DAY,
  withdrawnAt: null,
  endedAt: null,
  renews: null,
  apart: false,
  signers: [signer('nora'), signer('samira'), signer('peter')],
};
const everybody = new Map([
  ['nora', 'none'],
  ['samira', 'none'],
  ['peter', 'none'],
]);
const show = (
  record: ConsentRecord,
  viewer: string,
  over: {
    subject?: Subject;
    assessments?: readonly Assessment[];
    protection?: ReadonlyMap<string, string>;
    apartFrom?: readonly string[];
  } = {},
): ShownConsent | undefined =>
  showConsent(record, {
    viewer,
    subject: over.subject ?? nora,
    facts: { asOf: AT, assessments: over.assessments ?? [] },
    protection: over.protection ?? everybody,
    apartFrom: new Set(over.apartFrom),
  });

describe('what one signer is told', () => {
  it('names nobody whom they meet apart under another consent, and nobody after its end', () => {
    const others = (record: ConsentRecord, apartFrom: readonly string[] = []) =>
      show(record, 'samira', { apartFrom })?.others.map(({ person }) => person);
    expect(others(asked)).toEqual(['nora', 'peter']);
    expect(others(asked, ['peter'])).toEqual(['nora']);
    expect(others({ ...asked, state: 'active', validUntil: AT })).toEqual([]);
  });

  it('names those who are missing, where they meet it together', () => {
    const half = {
      ...asked,
      state: 'partly-signed' as const,
      signers: [signer('nora', { signedAt: AT }), signer('samira'), signer('peter')],
    };
    expect(show(half, 'samira')).toMatchObject({
      state: 'asks-you',
      allNames: false,
      others: [
        { person: 'nora', hasSigned: true },
        { person: 'peter', hasSigned: false },
      ],
    });
    expect(show(half, 'nora')?.state).toBe('waits');
  });

  it.each([
    ['a stranger', 'uncle', {}],
    ['a guardian of a child who decides alone', 'samira', { subject: { ...nora, maturity: 'child' as const } }],
    ['a guardian whose custody has ended', 'samira', { subject: { ...nora, guardians: ['peter'] } }],
    ['a guardian of someone grown', 'samira', { subject: { ...nora, born: { year: 2000, month: 1, day: 1 } } }],
  ])('is nothing to %s', (_, viewer, over) => {
    expect(show(asked, viewer, over)).toBeUndefined();
  });

  it('is nothing to a guardian whom an assessment keeps out, and nothing of them to the others', () => {
    const harm: Assessment = {
      ground: 'OSL 12:3',
      person: 'nora',
      from: 'soc',
      to: 'person:peter',
      categories: [],
      criteria: { seriousHarm: true },
      by: { name: '', role: 'investigator' },
      at: AT - DAY,
      until: AT + DAY,
    };
    expect(show(asked, 'peter', { assessments: [harm] })).toBeUndefined();
    expect(show(asked, 'samira', { assessments: [harm] })?.others.map(({ person }) => person)).toEqual(['nora']);
  });

  it.each(['peter', 'samira', 'nora'])('of a protected person is no name: %s is protected', (person) => {
    const protection = new Map(everybody).set(person, 'marking');
    const subject = person === 'nora' ? { ...nora, protection: 'marking' as const } : nora;
    const others = show(asked, 'samira', { protection, subject })?.others.map((one) => one.person);
    expect(others).toEqual(person === 'peter' ? ['nora'] : []);
  });

  it('does not depend on what another has done, where they meet it apart and not every name is there', () => {
    const deeds = fc.record({
      signed: fc.boolean(),
      houses: fc.subarray(['soc', 'police']),
      categories: fc.subarray(['measures-and-plan' as const, 'leisure' as const]),
    });
    const states = fc.constantFrom<ConsentState>('offered', 'partly-signed');
    fc.assert(
      fc.property(deeds, deeds, states, states, fc.boolean(), (one, other, a, b, mine) => {
        const world = (deed: typeof one, state: ConsentState): ConsentRecord => ({
          ...asked,
          apart: true,
          state,
          signers: [
            signer('nora'),
            signer('samira', { signedAt: mine ? AT : null, method: mine ? 'e-id' : null }),
            signer('peter', {
              signedAt: deed.signed ? AT : null,
              refusals: { houses: deed.houses, categories: deed.categories },
            }),
          ],
        });
        expect(show(world(one, a), 'samira')).toEqual(show(world(other, b), 'samira'));
      }),
    );
  });

  it('has one end for the other’s no and for the agency’s, where they meet it apart', () => {
    const shown = (state: ConsentState) => show({ ...asked, apart: true, state }, 'samira')?.state;
    expect((['withdrawn', 'declined', 'ended', 'called-off'] as const).map(shown)).toEqual([
      'ended',
      'ended',
      'ended',
      'ended',
    ]);
    const mine = {
      ...asked,
      apart: true,
      state: 'withdrawn' as const,
      signers: [signer('samira', { withdrawnAt: AT })],
    };
    expect(show(mine, 'samira')?.state).toBe('you-took-it-back');
  });

  it.each([
    ['one of them is in hiding', { protection: new Map([...everybody, ['peter', 'protected-registration']]) }],
    ['the reader is', { protection: new Map([...everybody, ['samira', 'marking']]) }],
    ['the child is', { protection: new Map([...everybody, ['nora', 'assumed-identity']]) }],
    ['nobody knows of one whether they are', { protection: new Map([...everybody].slice(0, 2)) }],
    ['they meet another apart, or the house keeps them apart', { apartFrom: ['peter'] }],
  ])('tells as little as where it was ticked that they meet it apart, where %s', (_, over) => {
    const [house = ''] = asked.offered.from;
    const taken = signer('peter', { signedAt: AT, refusals: { houses: [house], categories: [] } });
    const world = (state: ConsentState): ConsentRecord => ({
      ...asked,
      state,
      signers: [signer('nora', { signedAt: AT }), signer('samira', { signedAt: AT }), taken],
    });
    for (const state of CONSENT_STATES) {
      const { others: _names, ...said } = show(world(state), 'samira', over) ?? { others: [] };
      const { others: _none, ...apart } = show({ ...world(state), apart: true }, 'samira', over) ?? { others: [] };
      expect(said).toEqual(apart);
    }
    expect(show(world('active'), 'samira', over)?.listed.from).not.toContain(house);
    expect(show(world('active'), 'samira')?.listed.from).toContain(house);
  });

  it('shows what is left of it when it holds, and not what the other has taken away, where they meet it apart', () => {
    const { from, to, categories } = asked.offered;
    const houses = [...new Set([...from, ...to])];
    const [first = '', second = ''] = houses;
    const one = {
      ...asked,
      apart: true,
      state: 'active' as const,
      signers: [
        signer('nora', { signedAt: AT }),
        signer('samira', { signedAt: AT, refusals: { houses: [first], categories: [] } }),
        signer('peter', { signedAt: AT, refusals: { houses: [second], categories: categories.slice(0, 1) } }),
      ],
    };
    const shown = show(one, 'samira');
    expect(shown?.listed.from).toContain(first);
    expect([...(shown?.listed.from ?? []), ...(shown?.listed.to ?? [])]).not.toContain(second);
    expect(shown?.listed.categories).not.toContain(categories[0]);
    expect(show({ ...one, apart: false }, 'samira')?.listed.from).toContain(second);
    const nothing = one.signers.map((name) => ({ ...name, refusals: { houses, categories: [] } }));
    expect(show({ ...one, signers: nothing }, 'samira')).toMatchObject({ state: 'ended', mayNarrow: false });
  });

  it('has a word for every state, and lets nobody change what has ended', () => {
    for (const state of CONSENT_STATES) {
      const shown = show(
        { ...asked, state, signers: asked.signers.map((one) => ({ ...one, signedAt: AT })) },
        'samira',
      );
      if (state === 'draft') expect(shown).toBeUndefined();
      else expect(shown?.mayWithdraw).toBe(['offered', 'partly-signed', 'active', 'narrowed'].includes(state));
    }
  });
});

describe('the notice', () => {
  const notice: NoticeAsked = {
    scope: asked.offered,
    situations: ['meeting', 'phone'],
    validUntil: Date.UTC(2027, 4, 27, 22),
    longerReason: null,
    houseNames: new Map([
      ['soc', 'Socialtjänsten'],
      ['police', 'Polisen'],
    ]),
    givenName: 'Nora',
    isAboutReader: false,
  };

  it('says in one sentence who, what, why and until which day', () => {
    expect(writeNotice(notice, 'sv')).toMatchObject({
      sentence:
        'Socialtjänsten och Polisen får prata med varandra om Nora: planen och stödet, fritiden. Det är för att ge stöd och hjälp. Det gäller till och med 27 maj 2027.',
      situations: 'De får prata när de träffas på möten och ringer varandra.',
      no: NOTICE_TEXT.no,
      unreviewed: false,
    });
    const oneWay = { ...notice, scope: { ...notice.scope, from: ['soc'], to: ['police'] }, isAboutReader: true };
    expect(writeNotice(oneWay, 'en').sentence).toMatch(/^Socialtjänsten may talk with Polisen about you: /);
  });

  it.each(NOTICE_LANGUAGES)('has every word in %s, leaves no gap and can stand in the app', (language) => {
    const words = NOTICE_WORDS[language];
    for (const texts of [words.categories, words.purposes, words.situation])
      for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
    const text = noticeAsText(writeNotice({ ...notice, givenName: null }, language));
    expect(text).not.toMatch(/[{}]/);
    expect(decideSigningText({ purpose: 'sign', text, data: `sha-256:${'0'.repeat(64)}` }).ok).toBe(true);
    expect(words.unreviewed).toBe(language === 'ar' || language === 'so');
  });
});
