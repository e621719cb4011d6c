import { Injectable } from '@nestjs/common';
import { findUncheckedGuardians } from '#domain/person/custody.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate, type Opening } from '../gate/open.js';
import type { SealedIdentity } from '../gate/sealed.js';
import {
  PersonCircle,
  type CaseOfPerson,
  type ColleagueRow,
  type CustodyRow,
  type DecisionRow,
  type RelationRow,
} from './person-circle.port.js';
import { PersonMergeStore, type MergeRow } from './person-merge.port.js';
import { PersonRegister, type PersonFacts } from './person-register.port.js';
import { seePeople, type PersonSeen } from './person-sight.js';
import { asCustody, dayOf } from './record-custody.js';
import { requirePerson } from './require-person.js';

export interface CustodyShown extends Omit<CustodyRow, 'childId' | 'guardianId'> {
  readonly child: PersonSeen;
  readonly guardian: PersonSeen;
  readonly isInForce: boolean;
  /** Only someone's word makes this person guardian: to be checked. */
  readonly isUnchecked: boolean;
}

export interface RelationShown extends Omit<RelationRow, 'personId' | 'closeId'> {
  readonly other: PersonSeen;
  /** The other is close to this person, and not the other way round. */
  readonly isOwn: boolean;
}

export interface DecisionShown extends Omit<DecisionRow, 'reasons'> {
  readonly reasons: string | null;
  /** The caller may be the second person. */
  readonly isMine: boolean;
}

export interface MergeShown extends Omit<MergeRow, 'reasons' | 'done'> {
  readonly reasons: string | null;
}

export interface PersonPage {
  readonly facts: PersonFacts;
  readonly seen: PersonSeen;
  readonly identityVersion: number | null;
  readonly custody: readonly CustodyShown[];
  readonly relations: readonly RelationShown[];
  readonly cases: readonly CaseOfPerson[];
  readonly named: readonly ColleagueRow[];
  readonly decisions: readonly DecisionShown[];
  readonly merges: readonly MergeShown[];
}

interface Loaded {
  readonly facts: PersonFacts;
  readonly others: readonly PersonFacts[];
  readonly sealed: readonly SealedIdentity[];
  readonly custody: readonly CustodyRow[];
  readonly relations: readonly RelationRow[];
  readonly cases: readonly CaseOfPerson[];
  readonly named: readonly ColleagueRow[];
  readonly decisions: readonly DecisionRow[];
  readonly merges: readonly MergeRow[];
  readonly asOf: Date;
}

/** Everything about who a person is and who stands around them, as far as the gate lets this caller see it (OSL 26:1). */
@Injectable()
export class ReadPerson {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, id: string): Promise<PersonPage> {
    const loaded = await this.asCaller.read(caller, (tx) => load(tx, id));
    const opening: Opening = { caller, asOf: loaded.asOf, purpose: 'investigate-need' };
    const opened = await this.gate.openIdentities(opening, loaded.sealed);
    const reasons = await this.gate.openReasons(
      opening,
      [...loaded.decisions, ...loaded.merges].map((one) => one.reasons),
    );
    const texts = new Map(reasons.released.map(({ row, text }) => [row, text]));
    const seen = new Map(seePeople([loaded.facts, ...loaded.others], opened).map((one) => [one.id, one]));
    const own = seen.get(loaded.facts.id)!;
    return {
      facts: loaded.facts,
      seen: own,
      identityVersion: opened.released.find(({ personId }) => personId === own.id)?.version ?? null,
      custody: showCustody(loaded, seen),
      relations: loaded.relations.flatMap(({ personId, closeId, ...row }) => {
        const other = seen.get(personId === own.id ? closeId : personId);
        return other && !own.nameIsWithheld && !other.nameIsWithheld
          ? [{ ...row, other, isOwn: personId === own.id }]
          : [];
      }),
      cases: loaded.cases,
      named: loaded.named,
      decisions: loaded.decisions.map(({ reasons: _, ...row }) => ({
        ...row,
        reasons: texts.get(row.id) ?? null,
        isMine: row.askedBy === caller.staffId,
      })),
      merges: loaded.merges.map(({ reasons: _, done: __, ...row }) => ({ ...row, reasons: texts.get(row.id) ?? null })),
    };
  }

  colleagues(caller: StaffCaller): Promise<readonly ColleagueRow[]> {
    return this.asCaller.read(caller, (tx) => tx.of(PersonCircle).findColleagues());
  }
}

async function load(tx: CallerTransaction, id: string): Promise<Loaded> {
  const facts = await requirePerson(tx, id);
  const circle = tx.of(PersonCircle);
  const [custody, relations, cases, named, decisions, merges] = await Promise.all([
    circle.findCustodyOf(facts.id),
    circle.findRelationsOf(facts.id),
    circle.findCasesOf(facts.id),
    circle.findNamed(facts.id),
    circle.findDecisionsOf(facts.id),
    tx.of(PersonMergeStore).findOfKept(facts.id),
  ]);
  const around = new Set([
    ...custody.flatMap(({ childId, guardianId }) => [childId, guardianId]),
    ...relations.flatMap(({ personId, closeId }) => [personId, closeId]),
  ]);
  around.delete(facts.id);
  const [others, sealed] = await Promise.all([
    tx.of(PersonRegister).findFacts([...around]),
    tx.of(IdentityStore).findSealed([facts.id, ...around]),
  ]);
  return { facts, others, sealed, custody, relations, cases, named, decisions, merges, asOf: tx.now };
}

function showCustody(loaded: Loaded, seen: ReadonlyMap<string, PersonSeen>): CustodyShown[] {
  const today = dayOf(loaded.asOf);
  const rows = loaded.custody.map(asCustody);
  return loaded.custody.flatMap(({ childId, guardianId, ...row }) => {
    const child = seen.get(childId);
    const guardian = seen.get(guardianId);
    // A guardian's name gives away the child's, and the child the guardian's: no row tells of either.
    if (!child || !guardian || child.nameIsWithheld || guardian.nameIsWithheld) return [];
    const isInForce = row.startsOn <= today && (row.endsOn === null || row.endsOn > today);
    const unchecked = findUncheckedGuardians(rows, childId, loaded.asOf.getTime());
    return [{ ...row, child, guardian, isInForce, isUnchecked: isInForce && unchecked.includes(guardianId) }];
  });
}
