import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import {
  assessmentFaults,
  confirmationOf,
  criteriaOf,
  isMet,
  LONGEST_REASONS,
  type AssessmentDraft,
  type AssessmentFault,
} from '#domain/share/assessment-form.js';
import { decideTold } from '#domain/share/decide-told.js';
import { hasCapability } from '#domain/organisation/role.js';
import { isLeadersToAssess, mayAssess } from '#domain/share/who-assesses.js';
import { Failure, InvalidInput, notAllowed, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { CaseStore } from '../report/case.port.js';
import { requireHouses } from './preview-share.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import { requireOnCase, tellables, type Told, type WhatIsTold } from './tellables.js';

export interface GroundAssessed extends WhatIsTold {
  readonly toBranchId: string;
  readonly purpose: Purpose;
  readonly ground: string;
  readonly criteria: Readonly<Record<string, boolean>>;
  readonly reasons: string;
  readonly until: Date;
}

export interface DangerDecided extends GroundAssessed {
  /** What the page showed when it asked a second time; absent the first time. */
  readonly confirmation: string | null;
}

/** Every criterion met opens it; a no is kept as the record of why nothing was told. */
export interface Assessed {
  readonly opens: boolean;
  readonly until: Date;
  /** Set when danger is to be confirmed: nothing has been decided yet. */
  readonly confirm: string | null;
}

/**
 * A named official's answer to exactly the criteria of a ground, with reasons, for one receiver, the people and kinds of
 * information concerned, and a time: filed as a fact that the gate decides by (OSL ch. 10, 21:3, 25:12, 26:9).
 */
@Injectable()
export class AssessGround {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: GroundAssessed): Promise<Assessed> {
    if (!hasCapability(caller.role, 'assess-ground')) throw notAllowed();
    if (written.ground === 'BrB 24:4') throw new Failure('DANGER_HAS_ITS_OWN_WAY');
    return this.file(caller, written, false);
  }

  /**
   * Somebody is in danger now: whoever works on the case decides, for a few hours, in two steps, and says why; a night's duty
   * officer must not wait for a manager (BrB 24:4; OSL 10:20).
   */
  inDanger(caller: StaffCaller, written: DangerDecided): Promise<Assessed> {
    if (written.purpose !== 'immediate-danger') throw new Failure('BAD_REQUEST');
    return this.file(caller, written, true, written.confirmation);
  }

  private file(
    caller: StaffCaller,
    written: GroundAssessed,
    inDanger: boolean,
    confirmation: string | null = null,
  ): Promise<Assessed> {
    return this.asCaller.run(caller, async (tx) => {
      await requireOnCase(tx, written.caseId);
      const told = await tellables(tx, caller, written);
      const [house] = requireHouses(await tx.of(ShareStore).findHouses(), [written.toBranchId]);
      const draft: AssessmentDraft = {
        ground: written.ground,
        categories: [...new Set(told.map(({ category }) => category))],
        criteria: written.criteria,
        reasons: written.reasons,
        until: written.until.getTime(),
        inDanger,
      };
      const faults = assessmentFaults(draft, tx.now.getTime()).map(fieldFault);
      if (faults.length > 0 || !house) throw new InvalidInput(faults);
      const things = told.filter((one) => isAsked(one, house, written, tx.now));
      if (things.length === 0) throw new Failure('GROUND_NOT_ASKED');
      if (!inDanger) requireAssessor(caller, things);
      const shown = confirmationOf(draft, writtenHouse(house.house));
      if (inDanger && confirmation !== shown) return { opens: false, until: written.until, confirm: shown };
      await this.record(tx, caller, { written, things, house, draft });
      return { opens: isMet(draft), until: written.until, confirm: null };
    });
  }

  private async record(
    tx: CallerTransaction,
    caller: StaffCaller,
    about: {
      readonly written: GroundAssessed;
      readonly things: readonly Told[];
      readonly house: ReceivingHouse;
      readonly draft: AssessmentDraft;
    },
  ): Promise<void> {
    const { written, things, house, draft } = about;
    const people = [...new Set(things.flatMap(({ subjectIds }) => subjectIds))] as [string, ...string[]];
    const itemId = await this.seal.item(tx, {
      caseId: written.caseId,
      category: 'assessment-results',
      form: 'none',
      phase: (await tx.of(CaseStore).find(written.caseId))?.phase ?? 'none',
      subjectIds: people,
      content: { text: written.reasons.trim() },
    });
    const [from, to] = [writtenHouse(caller.house), writtenHouse(house.house)];
    const criteria = Object.fromEntries(criteriaOf(written.ground).map((one) => [one, draft.criteria[one] === true]));
    for (const personId of people)
      await tx.of(CaseStore).addAssessment({
        id: tx.newId(),
        caseId: written.caseId,
        ground: written.ground,
        personId,
        toBranchId: house.branchId,
        from,
        to,
        categories: categoriesOf(things),
        criteria,
        itemId,
        until: written.until,
      });
    await tx.of(LedgerStore).record(
      people.map((personId) => ({
        action: written.ground === 'BrB 24:4' ? ('override' as const) : ('change' as const),
        outcome: 'done' as const,
        personId,
        caseId: written.caseId,
        itemId,
        purpose: written.purpose,
        ground: written.ground,
        detail: {
          deed: 'ground-assessed',
          toBranch: house.branchId,
          met: isMet(draft),
          danger: draft.inDanger,
          until: written.until.toISOString(),
        },
      })),
    );
    await tx.of(OutboxStore).put(caseNews(written.caseId, { sight: [caller.branchId, house.branchId] }));
  }
}

/** Said before anything is filed: an assessment by somebody whose it is not would open nothing. */
function requireAssessor(caller: StaffCaller, things: readonly Told[]): void {
  const others = things
    .map(({ category }) => ({ category, from: caller.house.kind }))
    .filter((thing) => !mayAssess(caller.role, thing));
  if (others.length > 0) throw new Failure(others.some(isLeadersToAssess) ? 'LEADER_ASSESSES' : 'MANAGER_ASSESSES');
}

const categoriesOf = (things: readonly Told[]): Category[] => [...new Set(things.map(({ category }) => category))];

/** Only what the rule itself asks a person to assess, for this thing and this house, is filed: nothing is opened in advance. */
function isAsked(
  told: Told,
  house: ReceivingHouse,
  { purpose, ground }: Pick<GroundAssessed, 'purpose' | 'ground'>,
  now: Date,
): boolean {
  const { decision } = decideTold(told, { asOf: now.getTime(), to: house.house, purpose });
  return (
    decision.outcome === 'refer' && (decision.candidates ?? [decision.ground]).some((candidate) => candidate === ground)
  );
}

const CODES: Readonly<Record<AssessmentFault['code'], string>> = {
  'unknown-ground': 'GROUND_NOT_ASKED',
  missing: 'REQUIRED',
  unanswered: 'CHOOSE_ONE',
  'too-long': 'ASSESSMENT_TOO_LONG',
  'over-already': 'END_HAS_PASSED',
  'reasons-too-long': 'TOO_LONG',
};

const fieldFault = ({ field, code }: AssessmentFault): FieldFault =>
  code === 'reasons-too-long'
    ? { field, code: CODES[code], values: { most: LONGEST_REASONS } }
    : { field, code: field === 'reasons' && code === 'missing' ? 'REASONS_MISSING' : CODES[code] };
