import { Injectable } from '@nestjs/common';
import { wouldSeriouslyHarm } from '#domain/disclosure/who-must-sign.js';
import { hasCapability, type Role } from '#domain/organisation/role.js';
import { situationOf } from '../consent/consent-step.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { shownPeople, type PersonShown } from '../report/view-person.js';
import { ShareStore } from '../share/share.port.js';
import { requireCase } from '../report/require-case.js';
import { GuardianAssessments, type GuardianAssessmentRow } from './guardian-assessment.port.js';

export interface GuardianAssessment extends GuardianAssessmentRow {
  /** Null where the text is not the reader's. */
  readonly reasons: string | null;
  readonly liftReasons: string | null;
}

/** A guardian of a case's child, and whether they may be told. */
export interface GuardianOfCase {
  readonly person: PersonShown;
  /** An assessment holds that telling them would harm the child seriously, whoever made it. */
  readonly isKeptOut: boolean;
  /** The newest first; those of the reader's house and cases. */
  readonly assessments: readonly GuardianAssessment[];
}

export interface GuardiansOfCase {
  readonly guardians: readonly GuardianOfCase[];
  readonly mayAssess: boolean;
  /** Colleagues who may. */
  readonly assessors: readonly { readonly staffId: string; readonly name: string; readonly role: Role }[];
}

/** Who has custody of a case's child now, and what has been assessed about telling each of them (OSL 12:3). */
@Injectable()
export class ReadGuardians {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<GuardiansOfCase> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const { personId: childId } = await requireCase(tx, caseId);
      const { subject, facts } = await situationOf(tx, childId);
      const rows = await tx.of(GuardianAssessments).findOfChild(childId);
      return {
        subject,
        facts,
        rows,
        identities: await tx.of(IdentityStore).findSealed(subject.guardians),
        items: await tx
          .of(ItemStore)
          .findSealed(rows.flatMap(({ itemId, liftItemId }) => [itemId ?? [], liftItemId ?? []].flat())),
        assessors: await tx.of(ShareStore).findAssessors(),
        asOf: tx.now,
      };
    });
    const { subject, facts, rows } = found;
    const opening = { caller, asOf: found.asOf, purpose: 'support' } as const;
    const people = shownPeople(subject.guardians, await this.gate.openIdentities(opening, found.identities));
    const { released } = await this.gate.openItems(opening, found.items);
    const texts = new Map(released.map(({ itemId, content }) => [itemId, content.text]));
    const textOf = (id: string | null): string | null => (id === null ? null : (texts.get(id) ?? null));
    return {
      guardians: subject.guardians.map((guardianId) => ({
        person: people.get(guardianId)!,
        isKeptOut: wouldSeriouslyHarm(guardianId, subject, facts),
        assessments: rows
          .filter((row) => row.guardianId === guardianId)
          .map((row) => ({ ...row, reasons: textOf(row.itemId), liftReasons: textOf(row.liftItemId) })),
      })),
      mayAssess: hasCapability(caller.role, 'assess-ground'),
      assessors: found.assessors.filter(
        ({ staffId, role }) => staffId !== caller.staffId && hasCapability(role, 'assess-ground'),
      ),
    };
  }
}
