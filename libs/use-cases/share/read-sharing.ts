import { Injectable } from '@nestjs/common';
import { hasCapability, type Role } from '#domain/organisation/role.js';
import { caseNameOf } from '#domain/person/case-name.js';
import { isMet } from '#domain/share/assessment-form.js';
import { decideLift } from '#domain/share/lift-assessment.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { CaseStore, type CaseFacts } from '../report/case.port.js';
import { shownPeople, type PersonShown } from '../report/view-person.js';
import { AssessedGrounds, type AssessedGround } from './assessment.port.js';
import { ShareStore, type GivenShare, type ReceivingHouse, type Working } from './share.port.js';
import { requireOnCase } from './tellables.js';

/** What an official of the own house has found of a ground, with its history. */
export interface AssessmentOfCase extends AssessedGround {
  readonly holds: boolean;
  /** It opened its ground: a no is kept too, and opened nothing. */
  readonly opens: boolean;
  readonly mayLift: boolean;
  /** Null where the text is not the reader's. */
  readonly reasons: string | null;
  readonly liftReasons: string | null;
}

export interface Sharing {
  readonly caseId: string;
  /** The own house's case; null for whoever works on another house's. */
  readonly file: CaseFacts | null;
  readonly own: Omit<ReceivingHouse, 'people'>;
  readonly person: PersonShown;
  /** Neutral, for where the name is not the caller's to see. */
  readonly caseName: string;
  readonly items: readonly ReleasedItem[];
  readonly given: readonly GivenShare[];
  /** The newest first. */
  readonly assessments: readonly AssessmentOfCase[];
  readonly houses: readonly ReceivingHouse[];
  readonly working: readonly Working[];
  readonly mayAssess: boolean;
  /** Colleagues who may assess, for whoever may not. */
  readonly assessors: readonly { readonly staffId: string; readonly name: string; readonly role: Role }[];
  readonly asOf: Date;
}

const MOST_ITEMS = 200;

/** Everything that one needs to choose what to tell whom: what the own house has said, and what it has given already. */
@Injectable()
export class ReadSharing {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<Sharing> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, caseId);
      const shares = tx.of(ShareStore);
      const ids = await shares.findTellable(caseId, MOST_ITEMS);
      const assessments = await tx.of(AssessedGrounds).findOfCase(caseId);
      const reasons = assessments.flatMap(({ itemId, liftItemId }) => [itemId ?? [], liftItemId ?? []].flat());
      return {
        personId,
        file: (await tx.of(CaseStore).find(caseId)) ?? null,
        assessments,
        reasons: new Set(reasons),
        sealed: await tx.of(ItemStore).findSealed([...ids, ...reasons]),
        identities: await tx.of(IdentityStore).findSealed([personId]),
        given: await shares.findGiven(caseId),
        own: await shares.findOwnHouse(),
        houses: await shares.findHouses(),
        working: await tx.asService('reception', (service) => service.of(ShareStore).findWorking([caseId])),
        assessors: await shares.findAssessors(),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const { released } = await this.gate.openItems(opening, found.sealed);
    const texts = new Map(released.map(({ itemId, content }) => [itemId, content.text]));
    const identities = await this.gate.openIdentities(opening, found.identities);
    return {
      caseId,
      file: found.file,
      own: found.own,
      person: shownPeople([found.personId], identities).get(found.personId)!,
      caseName: caseNameOf(found.personId),
      items: released.filter(({ itemId }) => !found.reasons.has(itemId)),
      given: found.given,
      assessments: found.assessments.map((one) => shownAssessment(one, caller, { asOf: found.asOf, texts })),
      houses: found.houses,
      working: found.working,
      mayAssess: hasCapability(caller.role, 'assess-ground'),
      assessors: found.assessors.filter(
        ({ staffId, role }) => staffId !== caller.staffId && hasCapability(role, 'assess-ground'),
      ),
      asOf: found.asOf,
    };
  }
}

function shownAssessment(
  one: AssessedGround,
  { role, house }: StaffCaller,
  { asOf, texts }: { readonly asOf: Date; readonly texts: ReadonlyMap<string, string> },
): AssessmentOfCase {
  const textOf = (id: string | null): string | null => (id === null ? null : (texts.get(id) ?? null));
  const lift = decideLift({ ...one, until: one.until.getTime() }, { role, kind: house.kind }, asOf.getTime());
  return {
    ...one,
    holds: one.until > asOf,
    opens: isMet(one),
    mayLift: lift.outcome === 'may',
    reasons: textOf(one.itemId),
    liftReasons: textOf(one.liftItemId),
  };
}
