import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { DisclosureCase, Party, Subject } from '#domain/disclosure/case.js';
import type { Decision } from '#domain/disclosure/decision.js';
import { hidesName } from '#domain/person/protection.js';
import type { LedgerLine } from '../ledger/ledger.port.js';
import { FamilyFacts, type SealedMeeting, type SealedName } from '../family/family-facts.port.js';
import type { FamilyCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import type { ItemContent, ReleasedItem, ReleasedMeeting, ReleasedName } from './released.js';
import { asAsked, type SealedItem } from './sealed.js';
import { identityPlace, itemPlace, type IdentitySaid } from './seal.js';
import { SettleSight, type Settling } from './settle-sight.js';

export interface FamilyOpening {
  readonly caller: FamilyCaller;
  /** The database's clock in the transaction that loaded the facts. */
  readonly asOf: Date;
}

/** What a page of the family asks the gate for. */
export interface ToShow {
  readonly items: readonly SealedItem[];
  readonly names: readonly SealedName[];
  readonly meetings: readonly SealedMeeting[];
}

/**
 * The gate towards a young person or a guardian: decide, write the ledger, decrypt, in that order (OSL 12:1–3, 21:3); what
 * somebody has taken from them since the facts were read is decided anew.
 * Only names leave an identity here: a number, a telephone and an address never do, so none can be shown by mistake.
 */
@Injectable()
export class FamilyGate {
  constructor(
    private readonly settling: SettleSight,
    private readonly cipher: FieldCipher,
  ) {}

  async openItems(opening: FamilyOpening, sealed: readonly SealedItem[]): Promise<readonly ReleasedItem[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], ITEMS);
    return settled.flatMap(({ one, decision }) => (decision.outcome === 'release' ? this.release(one, decision) : []));
  }

  async openNames(opening: FamilyOpening, sealed: readonly SealedName[]): Promise<readonly ReleasedName[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], NAMES);
    return settled.flatMap(({ one: name, decision }) => {
      if (decision.outcome !== 'release') return [];
      const text = this.cipher.decrypt(name.personId, name.content, identityPlace(name.personId));
      const { givenName, familyName } = JSON.parse(text) as IdentitySaid;
      return { personId: name.personId, givenName, familyName } as ReleasedName;
    });
  }

  /** The times of those that may be told: when a protected person is at a meeting says where they are. */
  async openMeetings(opening: FamilyOpening, sealed: readonly SealedMeeting[]): Promise<readonly ReleasedMeeting[]> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], MEETINGS);
    return settled.flatMap(({ one: { caseId, startsAt, minutes, purpose, house, seats }, decision }) =>
      decision.outcome === 'release' ? [{ caseId, startsAt, minutes, purpose, house, seats } as ReleasedMeeting] : [],
    );
  }

  /**
   * What would be opened now, by id and version and never by content: whether a page that stands open still shows what it may.
   * Nobody reads anything by it, so that there is no line.
   */
  toShow(opening: FamilyOpening, { items, names, meetings }: ToShow): readonly string[] {
    const isShown = ({ outcome }: Decision): boolean => outcome === 'release';
    return [
      ...items
        .filter((item) => isShown(decideItem(opening, item)))
        .map(({ itemId, version }) => `${itemId} ${version}`),
      ...names
        .filter((name) => isShown(decideName(opening, name)))
        .map(({ personId, content }) => `${personId} ${content.ciphertext.toString('base64')}`),
      ...meetings
        .filter((meeting) => isShown(decideMeeting(opening, meeting)))
        .map(({ hubId, startsAt, minutes }) => `${hubId} ${startsAt} ${minutes}`),
    ].sort();
  }

  private release(item: SealedItem, { ground }: Decision): ReleasedItem {
    const text = this.cipher.decrypt(item.content.keyPersonId, item.content, itemPlace(item.itemId));
    return {
      itemId: item.itemId,
      version: item.version,
      caseId: item.caseId,
      category: item.category,
      revealsPlace: item.revealsPlace,
      giverHouse: item.giverHouse,
      content: JSON.parse(text) as ItemContent,
      ground: { id: ground, until: null },
      createdAt: item.createdAt,
      createdBy: null,
    } as ReleasedItem;
  }
}

const ITEMS: Settling<FamilyOpening, SealedItem> = {
  id: ({ itemId }) => itemId,
  decide: (opening, item) => decideItem(opening, item),
  line: (_, item, decision) => ({
    ...lineOf(decision),
    personId: item.subjects[0]?.id ?? null,
    caseId: item.caseId,
    itemId: item.itemId,
    itemVersion: item.version,
  }),
  again: async (tx, items) => {
    const asked = new Map(items.map((item) => [item.itemId, item]));
    return (await tx.of(FamilyFacts).findItems([...asked.keys()])).map((fresh) => asAsked(asked, fresh));
  },
};

const NAMES: Settling<FamilyOpening, SealedName> = {
  id: ({ personId }) => personId,
  decide: (opening, name) => decideName(opening, name),
  line: (_, { personId }, decision) => ({ ...lineOf(decision), personId, detail: { identity: true } }),
  again: (tx, names) => tx.of(FamilyFacts).findNames(names.map(({ personId }) => personId)),
};

const MEETINGS: Settling<FamilyOpening, SealedMeeting> = {
  id: ({ hubId }) => hubId,
  decide: (opening, meeting) => decideMeeting(opening, meeting),
  line: (_, { about, caseId, hubId }, decision) => ({
    ...lineOf(decision),
    personId: about.id,
    caseId,
    detail: { meetingTime: hubId },
  }),
  again: async (tx, meetings) => {
    const asked = new Set(meetings.map(({ hubId }) => hubId));
    return (await tx.of(FamilyFacts).findMeetings()).filter(({ hubId }) => asked.has(hubId));
  },
};

const lineOf = (decision: Decision): LedgerLine => ({
  action: decision.outcome === 'release' ? 'read' : 'refuse',
  outcome: decision.outcome,
  purpose: 'support',
  ground: decision.ground,
});

const readerOf = (caller: FamilyCaller, about: Subject | undefined): Party => ({
  kind: about?.id === caller.personId ? 'subject' : 'guardian',
  person: caller.personId,
});

function decideItem({ caller, asOf }: FamilyOpening, item: SealedItem): Decision {
  const [first] = item.subjects;
  return decideDisclosure({ ...question(asOf, item), to: readerOf(caller, first) }, item.limits);
}

const question = (asOf: Date, item: SealedItem) => ({
  asOf: asOf.getTime(),
  from: item.giver,
  subjects: item.subjects,
  category: item.category,
  personData: item.personData,
  form: item.form,
  phase: item.phase,
  purpose: 'support' as const,
  recipientAssigned: false,
  recipientNamed: false,
  revealsPlace: item.revealsPlace,
  reportedBy: item.reportedBy,
  consents: item.consents,
  assessments: item.assessments,
});

/** A part of the plan, and a time at which one can be waited for. */
function decideMeeting(
  { caller, asOf }: FamilyOpening,
  { giver, about, assessments, limits }: SealedMeeting,
): Decision {
  const asked: DisclosureCase = {
    asOf: asOf.getTime(),
    from: giver,
    to: readerOf(caller, about),
    subjects: [about],
    category: 'measures-and-plan',
    personData: true,
    form: 'none',
    phase: 'none',
    purpose: 'support',
    recipientAssigned: false,
    recipientNamed: false,
    revealsPlace: true,
    reportedBy: null,
    consents: [],
    assessments,
  };
  return decideDisclosure(asked, limits);
}

/** The two hard grades protect the name itself; a marking protects where somebody is. */
function decideName({ caller, asOf }: FamilyOpening, { house, about, limits }: SealedName): Decision {
  const nameIsPlace = hidesName(about.protection);
  const asked: DisclosureCase = {
    asOf: asOf.getTime(),
    from: house,
    to: readerOf(caller, about),
    subjects: [about],
    category: nameIsPlace ? 'contact-details' : 'nomination',
    personData: true,
    form: 'none',
    phase: 'none',
    purpose: 'support',
    recipientAssigned: false,
    recipientNamed: false,
    revealsPlace: nameIsPlace,
    reportedBy: null,
    consents: [],
    assessments: [],
  };
  return decideDisclosure(asked, limits);
}
