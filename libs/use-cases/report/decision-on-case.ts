/** What a decision on a case and a proposal of one have in common: from where, by whom, to whom, with which reasons. */
import { hasCapability } from '#domain/organisation/role.js';
import { decideCase, type CaseDecisionKind } from '#domain/report/decide-case.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Seal } from '../gate/seal.js';
import { HubStore, type HousePost } from '../hub/hub.port.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { reportStateOf } from './step-on-case.js';

export interface DecisionWritten {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly kind: string;
  readonly reasons: string;
  readonly investigator: string | null;
}

export interface DecisionRead {
  readonly file: CaseFacts;
  readonly kind: CaseDecisionKind;
  /** Set when an investigation is opened. */
  readonly investigator: HousePost | null;
}

const LONGEST = 5_000;
const CODES = {
  missing: 'REQUIRED',
  'unknown-word': 'CHOOSE_ONE',
  'may-not-decide': 'MAY_NOT_DECIDE',
  'protection-first': 'PROTECTION_FIRST',
} as const;
const NOT_FROM_HERE = {
  'hub-decides': 'HUB_DECIDES',
  'not-graded': 'DECISION_NEEDS_GRADE',
  ended: 'STEP_NOT_POSSIBLE',
} as const;

export async function readDecision(
  tx: CallerTransaction,
  written: DecisionWritten,
  decider: { readonly staffId: string | null; readonly mayDecide: boolean | null },
): Promise<DecisionRead> {
  const file = await tx.of(CaseStore).findForChange(written.caseId);
  if (!file) throw notFound();
  if (file.version !== written.expectedVersion) throw new Failure('CONFLICT');
  const hubCase = await tx.of(HubStore).findCase(file.id);
  const { posts } = await tx.of(HubStore).getHouse(file.branchId);
  const decision = decideCase({
    report: { state: reportStateOf(file), protectionAssessed: file.protectionAssessed, grade: file.grade },
    hubIsOpen: hubCase?.openHubId !== null,
    kind: written.kind,
    reasons: written.reasons,
    decider: decider.staffId,
    deciderMayDecide: decider.mayDecide ?? holds(posts, decider.staffId, 'decide-hub') !== undefined,
    investigator: written.investigator,
  });
  if (decision.outcome === 'not-from-here') throw new Failure(NOT_FROM_HERE[decision.code]);
  const faults: FieldFault[] =
    decision.outcome === 'refused'
      ? decision.faults.map(({ field, code }) => ({
          field,
          code: field === 'reasons' && code === 'missing' ? 'REASONS_MISSING' : CODES[code],
        }))
      : [];
  if (written.reasons.length > LONGEST) faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST } });
  const investigator = holds(posts, written.investigator, 'receive-hand-over') ?? null;
  if (written.kind === 'open-investigation' && written.investigator !== null && investigator === null)
    faults.push({ field: 'investigator', code: 'MAY_NOT_RECEIVE' });
  if (faults.length > 0 || decision.outcome === 'refused') throw new InvalidInput(faults);
  return { file, kind: decision.kind, investigator: decision.investigator === null ? null : investigator };
}

export function sealReasons(tx: CallerTransaction, seal: Seal, file: CaseFacts, reasons: string): Promise<string> {
  return seal.item(tx, {
    caseId: file.id,
    category: 'measures-and-plan',
    form: 'none',
    phase: file.phase,
    subjectIds: [file.personId],
    content: { text: reasons.trim() },
  });
}

const holds = (
  posts: readonly HousePost[],
  staffId: string | null,
  capability: 'decide-hub' | 'receive-hand-over',
): HousePost | undefined => posts.find((post) => post.staffId === staffId && hasCapability(post.role, capability));
