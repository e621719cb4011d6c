/**
 * What would open a door that is shut, in the order in which it should be thought of: a duty first, since a red case never
 * waits for a signature; then an assessment, then asking the family, and danger last (SoL 19:1, 20:6; OSL 10:1; BrB 24:4).
 */
import type { Consent, DisclosureCase } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { Decision, TownLimits } from '../disclosure/decision.js';
import type { RecordedGround, ReleaseGround } from '../disclosure/grounds.js';
import { REFER_GROUNDS } from '../disclosure/grounds.js';
import { writtenHouse } from '../disclosure/parties.js';
import type { Purpose } from '../disclosure/vocabulary.js';
import { whoMustSign } from '../disclosure/who-must-sign.js';

export type Opening =
  /** Told for this purpose it needs nobody's leave: a duty. */
  | { readonly kind: 'duty'; readonly purpose: Purpose; readonly ground: ReleaseGround }
  /** A named person may assess one of these. */
  | { readonly kind: 'assess'; readonly grounds: readonly RecordedGround[] }
  /** Those who must sign could give their leave. */
  | { readonly kind: 'consent' }
  /** In immediate danger a person decides now. */
  | { readonly kind: 'danger' };

/** Purposes whose releases are duties: no leave is asked, and nobody chooses them to get round a no. */
const DUTIES: ReadonlySet<ReleaseGround> = new Set(['SoL 19:1', 'SoL 20:6']);
const DUTY_PURPOSES = ['report-concern', 'investigate-need'] as const satisfies readonly Purpose[];

export function openingsOf(facts: DisclosureCase, decision: Decision, limits: TownLimits = {}): readonly Opening[] {
  if (decision.outcome === 'release' || decision.ground === 'group-level') return [];
  return [
    ...dutiesOf(facts, limits),
    ...assessmentsOf(decision),
    ...(consentWouldOpen(facts, limits) ? [{ kind: 'consent' } as const] : []),
    ...(dangerWouldBeAsked(facts, limits) ? [{ kind: 'danger' } as const] : []),
  ];
}

function dutiesOf(facts: DisclosureCase, limits: TownLimits): readonly Opening[] {
  return DUTY_PURPOSES.flatMap((purpose): Opening[] => {
    if (purpose === facts.purpose) return [];
    const decision = decideDisclosure({ ...facts, purpose }, limits);
    return decision.outcome === 'release' && DUTIES.has(decision.ground)
      ? [{ kind: 'duty', purpose, ground: decision.ground }]
      : [];
  });
}

function assessmentsOf(decision: Decision): readonly Opening[] {
  if (decision.outcome !== 'refer') return [];
  const grounds = (decision.candidates ?? [decision.ground]).filter((ground) => REFER_GROUNDS.includes(ground));
  return grounds.length === 0 ? [] : [{ kind: 'assess', grounds }];
}

/** Asks the rule with a consent that everyone has signed: only what consent can open is worth asking a family for. */
function consentWouldOpen(facts: DisclosureCase, limits: TownLimits): boolean {
  const consents = facts.subjects.map((subject): Consent => ({
    id: 'asked',
    person: subject.id,
    from: [writtenHouse(facts.from)],
    to: [writtenHouse(facts.to)],
    categories: [facts.category],
    purposes: [facts.purpose],
    validFrom: facts.asOf,
    validUntil: facts.asOf + 1,
    withdrawnAt: null,
    signatures: whoMustSign(subject, facts).map((signer) => ({ signer, at: facts.asOf })),
  }));
  const decision = decideDisclosure({ ...facts, consents: [...facts.consents, ...consents] }, limits);
  return decision.outcome === 'release' && decision.ground === 'consent';
}

function dangerWouldBeAsked(facts: DisclosureCase, limits: TownLimits): boolean {
  if (facts.purpose === 'immediate-danger') return false;
  return decideDisclosure({ ...facts, purpose: 'immediate-danger' }, limits).outcome === 'refer';
}
