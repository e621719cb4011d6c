import { Injectable } from '@nestjs/common';
import { MATURITIES, PROTECTIONS, type Protection } from '#domain/disclosure/vocabulary.js';
import { decideNaming, decideProtection, sightOf, type NamedStaff } from '#domain/person/protection.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { takeBackAllLinks } from '../family/take-back-links.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonCircle, type DecisionRow, type NewDecision } from './person-circle.port.js';
import { PersonRegister, type PersonFacts } from './person-register.port.js';
import { personTopic } from './person-topic.js';
import { requireForChange } from './require-person.js';

const CODES = {
  'no-change': 'PROTECTION_NO_CHANGE',
  'reasons-missing': 'REASONS_MISSING',
  'second-person-missing': 'SECOND_PERSON_NEEDED',
  'names-oneself': 'NAMES_ONESELF',
  'already-named': 'ALREADY_NAMED',
} as const;
const LONGEST_REASONS = 2000;

/** `waiting`: a second person must agree. */
export type ProtectionOutcome = 'in-force' | 'waiting';

/**
 * Protected identity is tightened by one at once and loosened by two; nobody opens a protected person to themselves
 * (OSL 21:3, 22:1; ASVS 2.3.5).
 */
@Injectable()
export class ProtectPerson {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  async setProtection(
    caller: StaffCaller,
    change: { id: string; version: number; protection: string; reasons: string; named: readonly string[] },
  ): Promise<ProtectionOutcome> {
    return this.asCaller.run<ProtectionOutcome>(caller, async (tx) => {
      const facts = await requireForChange(tx, change.id, change.version);
      const to = requireProtection(change.protection);
      const by = caller.staffId;
      const asked = { from: facts.protection, to, reasons: change.reasons, by };
      const decision = decideProtection({ ...asked, confirmedBy: null });
      if (decision.outcome === 'refused' && decision.code !== 'second-person-missing')
        throw new InvalidInput([
          { field: decision.code === 'no-change' ? 'protection' : 'reasons', code: CODES[decision.code] },
        ]);
      const state: ProtectionOutcome = decision.outcome === 'changed' ? 'in-force' : 'waiting';
      if (state === 'waiting') await requireNoneWaiting(tx, facts.id, 'protection', null);
      const row = { kind: 'protection', from: facts.protection, to, staffId: null, state } as const;
      await this.write(tx, facts, row, change.reasons);
      if (state === 'waiting') return state;
      // Whom everyone at the intake could see a moment ago is opened to nobody by keeping the list filled.
      if (sightOf(facts.protection, false).name === 'full') await this.keepOnList(tx, facts, change.named);
      if (!(await tx.of(PersonRegister).change(facts.id, change.version, { protection: to })))
        throw new Failure('CONFLICT');
      await takeBackAllLinks(tx, facts.id, 'protection-changed');
      await recheckConsentsAbout(tx, facts.id);
      return state;
    });
  }

  async nameStaff(
    caller: StaffCaller,
    naming: { id: string; staffId: string; reasons: string },
  ): Promise<ProtectionOutcome> {
    return this.asCaller.run<ProtectionOutcome>(caller, async (tx) => {
      const facts = await requireForChange(tx, naming.id);
      if (naming.reasons.trim() === '') throw new InvalidInput([{ field: 'reasons', code: 'REASONS_MISSING' }]);
      const circle = tx.of(PersonCircle);
      await requireColleague(tx, naming.staffId);
      const decision = decideNaming(
        await listOf(tx, facts.id),
        { person: facts.id, member: naming.staffId, by: caller.staffId, confirmedBy: null },
        tx.now.getTime(),
      );
      if (decision.outcome === 'refused' && decision.code !== 'second-person-missing')
        throw new InvalidInput([{ field: 'staffId', code: CODES[decision.code] }]);
      if ((await circle.findNamed(facts.id)).some(({ id }) => id === naming.staffId))
        throw new InvalidInput([{ field: 'staffId', code: 'ALREADY_NAMED' }]);
      await requireNoneWaiting(tx, facts.id, 'named-staff', naming.staffId);
      const row = { kind: 'named-staff', from: null, to: null, staffId: naming.staffId, state: 'waiting' } as const;
      await this.write(tx, facts, row, naming.reasons);
      return 'waiting';
    });
  }

  /** Taking someone off the list tightens, and takes one person. */
  async unnameStaff(caller: StaffCaller, naming: { id: string; staffId: string }): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const facts = await requireForChange(tx, naming.id);
      if (!(await tx.of(PersonCircle).unname(facts.id, naming.staffId))) throw notFound();
      await tell(tx, facts.id, { deed: 'staff-unnamed', staff: naming.staffId });
    });
  }

  /** The second person agrees or not. Answers whose decision it was. */
  async settle(caller: StaffCaller, id: string, agree: boolean): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const circle = tx.of(PersonCircle);
      const waiting = await circle.findDecision(id);
      if (!waiting) throw notFound();
      if (waiting.state !== 'waiting') throw new Failure('ALREADY_SETTLED');
      const facts = await requireForChange(tx, waiting.personId);
      if (agree) await this.carryOut(tx, caller, waiting, facts);
      if (!(await circle.settleDecision(id, agree ? 'in-force' : 'declined'))) throw new Failure('ALREADY_SETTLED');
      await tell(tx, facts.id, { deed: agree ? 'decision-agreed' : 'decision-declined', decision: id });
      return facts.id;
    });
  }

  async assessMaturity(
    caller: StaffCaller,
    change: { id: string; version: number; maturity: string; reasons: string },
  ): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const facts = await requireForChange(tx, change.id, change.version);
      const maturity = MATURITIES.find((one) => one === change.maturity);
      if (!maturity) throw new InvalidInput([{ field: 'maturity', code: 'CHOOSE_ONE' }]);
      if (change.reasons.trim() === '') throw new InvalidInput([{ field: 'reasons', code: 'REASONS_MISSING' }]);
      const row = { kind: 'maturity', from: facts.maturity, to: maturity, staffId: null, state: 'in-force' } as const;
      await this.write(tx, facts, row, change.reasons);
      if (!(await tx.of(PersonRegister).change(facts.id, change.version, { maturity }))) throw new Failure('CONFLICT');
      await recheckConsentsAbout(tx, facts.id);
    });
  }

  private async carryOut(tx: CallerTransaction, caller: StaffCaller, waiting: DecisionRow, facts: PersonFacts) {
    const two = { by: waiting.askedBy, confirmedBy: caller.staffId };
    if (waiting.kind === 'named-staff' && waiting.staffId !== null) {
      const next = { person: facts.id, member: waiting.staffId, ...two };
      const decision = decideNaming(await listOf(tx, facts.id), next, tx.now.getTime());
      if (decision.outcome === 'refused') throw new Failure(CODES[decision.code]);
      await tx.of(PersonCircle).name(facts.id, [waiting.staffId]);
      return;
    }
    const to = requireProtection(waiting.to ?? '');
    if (facts.protection !== waiting.from) throw new Failure('STEP_NOT_POSSIBLE');
    const decision = decideProtection({ from: facts.protection, to, reasons: 'sealed with the decision', ...two });
    if (decision.outcome === 'refused') throw new Failure(CODES[decision.code]);
    const named = decision.protection === 'none' ? await tx.of(PersonCircle).findNamed(facts.id) : [];
    if (!(await tx.of(PersonRegister).change(facts.id, facts.version, { protection: decision.protection })))
      throw new Failure('CONFLICT');
    // With the protection ends the list, in the register itself: another protection opens to nobody by it.
    for (const { id } of named) await tell(tx, facts.id, { deed: 'staff-unnamed', staff: id });
    await takeBackAllLinks(tx, facts.id, 'protection-changed');
    await recheckConsentsAbout(tx, facts.id);
  }

  private async keepOnList(tx: CallerTransaction, facts: PersonFacts, staffIds: readonly string[]): Promise<void> {
    for (const staffId of staffIds) await requireColleague(tx, staffId);
    await tx.of(PersonCircle).name(facts.id, staffIds);
    for (const staff of staffIds) await tell(tx, facts.id, { deed: 'staff-named', staff });
  }

  private async write(
    tx: CallerTransaction,
    facts: PersonFacts,
    row: Pick<NewDecision, 'kind' | 'from' | 'to' | 'staffId' | 'state'>,
    reasons: string,
  ): Promise<void> {
    if (reasons.length > LONGEST_REASONS)
      throw new InvalidInput([{ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST_REASONS } }]);
    const id = tx.newId();
    const sealed = await this.seal.reasons(
      tx,
      { personId: facts.id, table: 'person_decision', row: id },
      reasons.trim(),
    );
    await tx.of(PersonCircle).addDecision({ id, personId: facts.id, ...row, ...sealed });
    await tell(tx, facts.id, { deed: `${row.kind}-${row.state}`, decision: id });
  }
}

async function tell(tx: CallerTransaction, personId: string, detail: Readonly<Record<string, string>>): Promise<void> {
  await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', personId, detail }]);
  await tx.of(OutboxStore).put([{ topic: personTopic(personId), payload: { personId } }]);
}

async function listOf(tx: CallerTransaction, personId: string): Promise<readonly NamedStaff[]> {
  const named = await tx.of(PersonCircle).findNamed(personId);
  return named.map(({ id }) => ({ person: personId, member: id, from: 0, until: null }));
}

async function requireColleague(tx: CallerTransaction, staffId: string): Promise<void> {
  const colleagues = await tx.of(PersonCircle).findColleagues();
  if (!colleagues.some(({ id }) => id === staffId))
    throw new InvalidInput([{ field: 'staffId', code: 'NOT_A_COLLEAGUE' }]);
}

async function requireNoneWaiting(
  tx: CallerTransaction,
  personId: string,
  kind: DecisionRow['kind'],
  staffId: string | null,
): Promise<void> {
  const decisions = await tx.of(PersonCircle).findDecisionsOf(personId);
  if (decisions.some((one) => one.state === 'waiting' && one.kind === kind && one.staffId === staffId))
    throw new Failure('ALREADY_WAITING');
}

function requireProtection(word: string): Protection {
  const protection = PROTECTIONS.find((one) => one === word);
  if (!protection) throw new InvalidInput([{ field: 'protection', code: 'CHOOSE_ONE' }]);
  return protection;
}
