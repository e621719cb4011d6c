/** Roles, memberships, rosters, agreements and escalation as a lawyer and a head of unit would check them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Agreement, decideMayRun } from './agreement.js';
import { ALL_CAPABILITIES, CAPABILITIES, isContentCapability } from './capability.js';
import { type Duty, findOnDuty, findRosterGaps } from './duty-roster.js';
import { ESCALATION_STEPS, decideEscalation } from './escalation.js';
import { isInForce, isOverlapping } from './in-force.js';
import { type Membership, decideMembership, membershipsInForce } from './membership.js';
import { ROLES, capabilitiesOf, hasCapability, isRole } from './role.js';

const HOUSE = 'ekstad-soc/social';
const membership = (over: Partial<Membership>): Membership => ({
  id: 'm1',
  member: 'anna',
  house: HOUSE,
  unit: 'intake',
  role: 'intake',
  leader: false,
  from: 0,
  until: null,
  ...over,
});

describe('role × capability', () => {
  it('is this matrix', () => {
    const head = ['I', 'U', 'V', 'C', 'M', 'L', 'A', 'X'];
    const matrix = ALL_CAPABILITIES.map(
      (capability) =>
        `${capability.padEnd(22)}${CAPABILITIES[capability].padEnd(8)} ${ROLES.map((role, column) =>
          hasCapability(role, capability) ? head[column] : '·',
        ).join(' ')}`,
    );
    expect(`\n${matrix.join('\n')}\n`).toBe(`
read-content          content  I U V C M L · ·
write-item            content  I U V C M L · ·
share-item            content  I U V C M L · ·
assess-ground         content  · · V · M L · ·
manage-consents       content  I · V C M · · ·
search-people         content  I · V C M · · ·
register-person       content  I · V C · · · ·
merge-people          content  I · · · M · · ·
manage-custody        content  I · V C M · · ·
manage-protection     content  I · · · M · · ·
make-report           content  I U V C M L · ·
nominate              content  I U V C M L · ·
register-report       content  I · · · · · · ·
triage-report         content  I · · · M · · ·
assess-protection     content  I · V · M · · ·
join-reports          content  I · · · M · · ·
send-feedback         content  I · V · M · · ·
assign-staff          content  I · · C M · · ·
convene-hub           content  I U V C M · · ·
answer-question       content  · U V C · · · ·
take-part-in-meeting  content  I U V C M L · ·
lead-meeting          content  I · · C M · · ·
decide-hub            content  · · V · M · · ·
decide-on-duty        content  I · V · M · · ·
receive-hand-over     content  · · V · M · · ·
decide-retention      content  · · · · M · · ·
manage-groups         content  · · · C M · · ·
manage-slots          order    · · · C M · · X
manage-roster         order    · · · C M · · X
manage-agreements     order    · · · · M · · X
manage-forms          order    · · · · M · · X
manage-own-system     order    · · · · M · · X
manage-organisation   order    · · · · · · · X
end-sessions          order    · · · · · · · X
read-statistics       review   · · · C M · A ·
review-ledger         review   · · · · · · A ·
`);
  });

  it('never lets an administrator or an auditor open content', () => {
    for (const role of ['administrator', 'auditor'] as const)
      expect(capabilitiesOf(role).filter(isContentCapability)).toEqual([]);
  });

  it('lets only the auditor review the ledger, and gives every capability to someone', () => {
    expect(ROLES.filter((role) => hasCapability(role, 'review-ledger'))).toEqual(['auditor']);
    for (const capability of ALL_CAPABILITIES) expect(ROLES.some((role) => hasCapability(role, capability))).toBe(true);
    expect([isRole('intake'), isRole('root')]).toEqual([true, false]);
  });
});

describe('membership', () => {
  it('is in force from the first instant until the last', () => {
    const held = [membership({ from: 100, until: 200 })];
    expect([99, 100, 199, 200].map((instant) => membershipsInForce(held, instant).length)).toEqual([0, 1, 1, 0]);
  });

  it.each([
    ['two case roles', membership({ id: 'm2', role: 'coordinator' }), { outcome: 'accepted' }],
    ['administrator beside intake', membership({ id: 'm2', role: 'administrator' }), 'duties-not-apart'],
    ['auditor beside intake', membership({ id: 'm2', role: 'auditor' }), 'duties-not-apart'],
    ['the same again', membership({ id: 'm2' }), 'already-held'],
    ['no time at all', membership({ id: 'm2', from: 5, until: 5 }), 'period-empty'],
    ['administrator elsewhere', membership({ id: 'm2', role: 'administrator', house: 'x/y' }), { outcome: 'accepted' }],
  ])('%s', (_, next, expected) => {
    const decision = decideMembership([membership({})], next);
    expect(decision).toMatchObject(typeof expected === 'string' ? { outcome: 'refused', code: expected } : expected);
  });

  it('keeps who gives out rights apart from who reviews them, but lets one follow upon the other', () => {
    const giver = membership({ role: 'administrator', until: 100 });
    expect(decideMembership([giver], membership({ id: 'm2', role: 'auditor' })).outcome).toBe('refused');
    expect(decideMembership([giver], membership({ id: 'm2', role: 'auditor', from: 100 })).outcome).toBe('accepted');
  });

  it('property: two periods overlap exactly when some instant is in both', () => {
    const period = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      until: fc.option(fc.integer({ min: 0, max: 20 })),
    });
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = Array.from({ length: 41 }, (_, at) => at).some((at) => isInForce(a, at) && isInForce(b, at));
        expect(isOverlapping(a, b)).toBe(shared);
      }),
    );
  });
});

describe('duty roster', () => {
  const duties: readonly Duty[] = [
    { unit: 'child', member: 'eva', part: 'primary', from: 8, until: 17 },
    { unit: 'child', member: 'per', part: 'deputy', from: 8, until: 17 },
    { unit: 'child', member: 'lo', part: 'primary', from: 12, until: 13 },
    { unit: 'emergency', member: 'nils', part: 'primary', from: 17, until: 30 },
  ];
  const at = (instant: number) => findOnDuty({ duties, unit: 'child', emergencyService: 'emergency', at: instant });

  it('answers by day, lets a later swap go first, and hands the night to the social emergency service', () => {
    expect(at(9)).toEqual({ unit: 'child', primary: 'eva', deputy: 'per' });
    expect(at(12)).toEqual({ unit: 'child', primary: 'lo', deputy: 'per' });
    expect(at(22)).toEqual({ unit: 'emergency', primary: 'nils', deputy: null });
    expect(at(31)).toBeNull();
    expect(findOnDuty({ duties, unit: 'child', emergencyService: null, at: 22 })).toBeNull();
  });

  it('shows the gaps', () => {
    const gaps = findRosterGaps({ duties, unit: 'child', emergencyService: 'emergency', from: 0, until: 40 });
    expect(gaps).toEqual([
      { from: 0, until: 8 },
      { from: 30, until: 40 },
    ]);
  });
});

describe('agreement', () => {
  const agreement: Agreement = {
    id: 'a1',
    forms: ['sig'],
    parties: [HOUSE, 'police/local'],
    resources: [{ party: 'police/local', brings: 'one officer, half time' }],
    signedAt: 90,
    from: 100,
    until: 200,
  };
  it.each([
    ['in force', agreement, [HOUSE, 'police/local'], 150, { outcome: 'in-force', agreement: 'a1' }],
    ['form not in it', { ...agreement, forms: ['mash'] }, [HOUSE], 150, { code: 'no-agreement' }],
    ['draft', { ...agreement, signedAt: null }, [HOUSE], 150, { code: 'not-signed' }],
    ['run out', agreement, [HOUSE], 200, { code: 'not-in-force' }],
    ['not yet', agreement, [HOUSE], 99, { code: 'not-in-force' }],
    ['stranger', agreement, [HOUSE, 'school/x'], 150, { code: 'party-not-named', missing: ['school/x'] }],
  ])('%s', (_, one, parties, at, expected) => {
    expect(decideMayRun({ agreements: [one], form: 'sig', parties, at })).toMatchObject(expected);
  });
});

describe('escalation', () => {
  const chain = {
    house: HOUSE,
    unit: 'child',
    emergencyService: 'emergency',
    at: 10,
    duties: [{ unit: 'emergency', member: 'nils', part: 'primary', from: 0, until: null }] as readonly Duty[],
    memberships: [
      membership({ id: '1', member: 'eva', unit: 'child', role: 'unit-representative' }),
      membership({ id: '2', member: 'lisa', unit: 'child', role: 'investigator', leader: true }),
      membership({ id: '3', member: 'maj', unit: 'adult', role: 'manager' }),
    ],
  };
  it('goes unit → leader → manager → duty roster', () => {
    expect(ESCALATION_STEPS.map((step) => decideEscalation(step, chain))).toEqual([
      { outcome: 'tell', step: 'unit', members: ['eva'] },
      { outcome: 'tell', step: 'leader', members: ['lisa'] },
      { outcome: 'tell', step: 'manager', members: ['maj'] },
      { outcome: 'tell', step: 'duty-roster', members: ['nils'] },
    ]);
  });
  it('never stops at an empty step, and says so when nobody is left', () => {
    expect(decideEscalation('unit', { ...chain, memberships: [] })).toMatchObject({ step: 'duty-roster' });
    expect(decideEscalation('unit', { ...chain, memberships: [], duties: [] })).toEqual({ outcome: 'nobody-left' });
  });
});
