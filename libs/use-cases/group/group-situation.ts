/** What a group stands on now: its form, its case, the ground and the agreement, asked anew at every step (OSL 10:1). */
import { isInForce } from '#domain/consent/consent-states.js';
import { ageAt } from '#domain/disclosure/age.js';
import type { HouseParty } from '#domain/disclosure/case.js';
import type { HouseKind, Purpose } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm, FormGround, Requirement } from '#domain/form/form.js';
import { isAssessed } from '#domain/group-assessment/group-assessment.js';
import { groundOfPerson } from '#domain/group/ground-of-person.js';
import { isGroundAssessed, PURPOSE_OF_ASSESSED } from '#domain/group/assessed-seat.js';
import { missingParties } from '#domain/group/missing-parties.js';
import { purposeOfMeeting, type JointFacts } from '#domain/hub/joint-meeting.js';
import type { AgreementDecision } from '#domain/organisation/agreement.js';
import { ConsentStore } from '../consent/consent.port.js';
import { notFound } from '../failure.js';
import { decideAgreement } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { asOrdered, GroupAssessmentStore } from '../group-assessment/group-assessment.port.js';
import { getJointFacts } from '../hub/joint-facts.js';
import { HubStore, type HubCase } from '../hub/hub.port.js';

export interface GroupSituation {
  readonly form: CollaborationForm;
  /** Null in a form without persons. */
  readonly file: HubCase | null;
  readonly facts: JointFacts | null;
  /** In force for this form; null where there is none. */
  readonly consentId: string | null;
}

/** The own house's case and what may be said about it; a case that is not the caller's is not there. */
export async function situationOf(
  tx: CallerTransaction,
  form: CollaborationForm,
  caseId: string | null,
): Promise<GroupSituation> {
  if (caseId === null) return { form, file: null, facts: null, consentId: null };
  const file = await tx.of(HubStore).findCase(caseId);
  if (!file) throw notFound();
  const consent = (await tx.of(ConsentStore).findOfCase(caseId)).find(
    (one) => isInForce(one.record.state) && one.form === form.form,
  );
  return {
    form,
    file,
    facts: { ...(await getJointFacts(tx, file)), form: form.form },
    consentId: consent?.record.id ?? null,
  };
}

/** Whoever sits in the group, or is about to, as far as the requirements ask. */
export interface Seats {
  readonly branchIds: readonly string[];
  readonly kinds: readonly HouseKind[];
  readonly hasContact: boolean;
}

/** What else the requirements ask about. */
export interface Asked extends Seats {
  readonly hasReasons: boolean;
  /** The preparatory group has decided it; absent where the step is nobody's to decide. */
  readonly isPrepared?: boolean;
  /** What is confirmed, signed and assessed with the step; absent where no step is taken. */
  readonly terms?: ReadonlySet<Requirement>;
  /** Null before there is one. */
  readonly groupId: string | null;
}

export interface Met {
  readonly met: ReadonlySet<Requirement>;
  readonly agreement: AgreementDecision | { readonly outcome: 'not-needed' };
  /** What is asked for about this person, met or not. */
  readonly ground: FormGround;
}

export async function requirementsMet(
  tx: CallerTransaction,
  municipalityId: string,
  situation: GroupSituation,
  seats: Asked,
): Promise<Met> {
  const { form } = situation;
  const agreement = await decideAgreement(tx, { municipalityId, form, branchIds: seats.branchIds });
  const met = new Set<Requirement>();
  if (agreement.outcome !== 'refused') met.add('agreement');
  if (groundHolds(situation, tx.caller.kind === 'staff' ? tx.caller.house : null)) met.add('ground');
  if (missingParties(form.parties, seats.kinds).length === 0) met.add('parties');
  if (seats.hasContact) met.add('contact');
  if (seats.hasReasons) met.add('reasons');
  if (seats.isPrepared) met.add('preparatory-group');
  for (const one of seats.terms ?? []) met.add(one);
  if (seats.groupId !== null && asksForAssessment(form)) {
    const orders = await tx.of(GroupAssessmentStore).findOfGroup(seats.groupId);
    if (isAssessed(orders.map(asOrdered))) met.add('assessment');
  }
  return { met, agreement, ground: groundOf(situation) };
}

const asksForAssessment = ({ steps }: CollaborationForm): boolean =>
  steps.some(({ requires }) => requires.includes('assessment'));

/** The form's ground as it is about this person. */
export const groundOf = ({ form, facts }: Pick<GroupSituation, 'form' | 'facts'>): FormGround =>
  groundOfPerson(form.ground, facts && ageAt(facts.subject.born, facts.asOf));

function groundHolds(situation: GroupSituation, own: HouseParty | null): boolean {
  const { form, file, facts, consentId } = situation;
  switch (groundOf(situation).kind) {
    case 'consent':
      return consentId !== null;
    case 'duty':
      return file?.phase === 'investigation';
    case 'assessment':
      return facts !== null && own !== null && isGroundAssessed(own, form.ground.source, facts);
    case 'internal':
    case 'no-person-data':
      return true;
  }
}

/** What is said in a group, and whom it is about, is said for this: support where a consent names it, and the assessed grounds are for preventing crime. */
export function purposeOfGroup({ form, facts }: GroupSituation): Purpose {
  switch (form.ground.kind) {
    case 'consent': {
      const at = facts?.asOf ?? 0;
      return purposeOfMeeting(
        (facts?.consents ?? [])
          .filter(({ validFrom, validUntil }) => validFrom <= at && at < validUntil)
          .flatMap(({ purposes }) => purposes),
      );
    }
    case 'assessment':
      return PURPOSE_OF_ASSESSED;
    default:
      return 'investigate-need';
  }
}
