/** What a joint meeting stands on: the consents about the case's person, and whom of other houses they let one call. */
import {
  decideInvitation,
  purposeOfMeeting,
  type InvitationDecision,
  type JointFacts,
} from '#domain/hub/joint-meeting.js';
import { isInForce } from '#domain/consent/consent-states.js';
import type { Form } from '#domain/disclosure/vocabulary.js';
import { ConsentStore } from '../consent/consent.port.js';
import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubCase, type PartyUnit } from './hub.port.js';
import { ShareStore } from '../share/share.port.js';

export interface Invitation {
  readonly unit: PartyUnit;
  readonly decision: InvitationDecision;
}

/** A group's form keeps no person's name, so a consent for such a form opens an ordinary joint meeting (MASH step 4). */
const FORMS: readonly Form[] = ['mash', 'sig', 'sspf-individual', 'bob', 'gvi', 'trefas', 'kurve-kriegen', 'defector'];

export async function getJointFacts(tx: CallerTransaction, file: HubCase): Promise<JointFacts> {
  const { subjects, consents, assessments, childSignsFrom, limits } = await tx
    .of(ShareStore)
    .findFactsAbout([file.personId]);
  const [subject] = subjects;
  if (!subject) throw notFound();
  const asOf = tx.now.getTime();
  const holding = consents.filter(
    (one) => one.validFrom <= asOf && asOf < one.validUntil && (one.withdrawnAt === null || one.withdrawnAt > asOf),
  );
  const records = await tx.of(ConsentStore).findOfCase(file.id);
  const form = records.find(({ record, form: of }) => isInForce(record.state) && FORMS.includes(of))?.form ?? 'mash';
  return {
    asOf,
    subject,
    form,
    phase: file.phase,
    purpose: purposeOfMeeting(holding.flatMap(({ purposes }) => purposes)),
    consents,
    assessments,
    ...(childSignsFrom === undefined ? {} : { childSignsFrom }),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** Units of every house, the own first, each with whether it may be called. */
export async function findInvitations(
  tx: CallerTransaction,
  caller: StaffCaller,
  file: HubCase,
): Promise<{ readonly facts: JointFacts; readonly invitations: readonly Invitation[] }> {
  const facts = await getJointFacts(tx, file);
  const units = await tx.of(HubStore).findPartyUnits(file.municipalityId);
  const own = units.filter(({ branchId }) => branchId === file.branchId);
  const others = units.filter(({ branchId }) => branchId !== file.branchId);
  return {
    facts,
    invitations: [...own, ...others].map((unit) => ({
      unit,
      decision: decideInvitation(unit.house, caller.house, facts),
    })),
  };
}
