import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { Decision } from '#domain/disclosure/decision.js';
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import { hidesName } from '#domain/person/protection.js';
import type { StaffCaller } from './caller.js';
import { IdentityStore, ItemStore } from './items.port.js';
import { decideItem } from './open.js';
import type { SealedIdentity, SealedItem } from './sealed.js';
import { SettleSight, type Settled, type Settling } from './settle-sight.js';

/** Who takes what out, and the database's clock in the transaction that loaded the facts. */
export interface ExportOpening {
  readonly caller: StaffCaller;
  readonly asOf: Date;
  readonly consentId: string;
  readonly caseId: string;
  /** In which form it leaves; `preview` while it is only looked at. */
  readonly form: 'iso-27560' | 'fhir-r5' | 'preview';
}

/** Who looks at what a record of a meeting would hold before it leaves. */
export interface RecordOpening {
  readonly caller: StaffCaller;
  readonly asOf: Date;
  readonly caseId: string;
  readonly hubId: string;
  readonly form: 'preview';
}

/** Who looks at what their copy of a group's plan would hold before it leaves, and for what the plan is said. */
export interface PlanOpening {
  readonly caller: StaffCaller;
  readonly asOf: Date;
  readonly purpose: Purpose;
  readonly caseId: string;
  readonly groupId: string;
  readonly form: 'preview';
}

/** What the rule says of one thing in a record. */
export interface ItemDecided {
  readonly itemId: string;
  readonly category: Category;
  readonly decision: Decision;
}

/** What the rule says of one person whom the file would tell of. */
export interface ExportDecided {
  readonly personId: string;
  readonly decision: Decision;
}

/**
 * The gate in front of what leaves the program as a file: decide about each person in it, and write the ledger with the
 * ground, before a byte is made. A file tells of all or is not made: nobody can leave a signer out of a consent.
 */
@Injectable()
export class ExportGate {
  constructor(private readonly settling: SettleSight) {}

  async decide(opening: ExportOpening, people: readonly SealedIdentity[]): Promise<readonly ExportDecided[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed: people }], EXPORT);
    return settled.map(({ one, decision }) => ({ personId: one.personId, decision }));
  }

  /** Thing by thing, for a record of which each reader's own copy holds another part. */
  async decideItems(opening: RecordOpening, sealed: readonly SealedItem[]): Promise<readonly ItemDecided[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], RECORD);
    return settled.map(decidedOf);
  }

  /** Likewise for a plan, of which each reader's own copy holds another part too. */
  async decidePlan(opening: PlanOpening, sealed: readonly SealedItem[]): Promise<readonly ItemDecided[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], PLAN);
    return settled.map(decidedOf);
  }
}

const decidedOf = ({ one: { itemId, category }, decision }: Settled<SealedItem>): ItemDecided => ({
  itemId,
  category,
  decision,
});

/** What is looked at thing by thing: a line for each, with what it would have stood in. */
const looking = <O extends (RecordOpening | PlanOpening) & { readonly purpose?: Purpose }>(
  standsIn: (opening: O) => Readonly<Record<string, string>>,
): Settling<O, SealedItem> => ({
  id: ({ itemId, version }) => `${itemId} ${version}`,
  decide: ({ caller, asOf, purpose = 'support' }, item) => decideItem({ caller, asOf, purpose }, item),
  line: (opening, item, { outcome, ground }) => ({
    action: outcome === 'release' ? 'read' : 'refuse',
    outcome,
    personId: item.subjects[0]?.id ?? null,
    caseId: opening.caseId,
    itemId: item.itemId,
    itemVersion: item.version,
    purpose: item.share?.purpose ?? opening.purpose ?? 'support',
    ground,
    detail: { ...standsIn(opening), form: opening.form },
  }),
  again: async (tx, items) => {
    const asked = new Map(items.map((item) => [item.itemId, item]));
    return (await tx.of(ItemStore).findSealed([...asked.keys()])).map((fresh) => {
      const { version, content } = asked.get(fresh.itemId) ?? fresh;
      return { ...fresh, version, content };
    });
  },
});

const RECORD = looking<RecordOpening>(({ hubId }) => ({ hubId }));
const PLAN = looking<PlanOpening>(({ groupId }) => ({ groupId }));

const EXPORT: Settling<ExportOpening, SealedIdentity> = {
  id: ({ personId }) => personId,
  decide,
  line: ({ consentId, caseId, form }, { personId }, { outcome, ground }) => ({
    action: outcome !== 'release' ? 'refuse' : form === 'preview' ? 'read' : 'export',
    outcome,
    personId,
    caseId,
    purpose: 'support',
    ground,
    detail: { consentId, form },
  }),
  again: (tx, people) => tx.of(IdentityStore).findSealed(people.map(({ personId }) => personId)),
};

/** That somebody stands in a consent is said by it; of whom the two hard grades protect that is for the named alone (OSL 21:3). */
function decide({ caller, asOf }: ExportOpening, identity: SealedIdentity): Decision {
  const shielded = hidesName(identity.subject.protection);
  return decideDisclosure({
    asOf: asOf.getTime(),
    from: identity.house,
    to: caller.house,
    subjects: [identity.subject],
    category: shielded ? 'contact-details' : 'measures-and-plan',
    personData: true,
    form: 'none',
    phase: 'none',
    purpose: 'support',
    recipientAssigned: identity.recipientAssigned,
    recipientNamed: identity.recipientNamed,
    revealsPlace: shielded,
    reportedBy: null,
    consents: [],
    assessments: [],
  });
}
