import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { Decision } from '#domain/disclosure/decision.js';
import { isSameHouse } from '#domain/disclosure/parties.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { decideAsked } from '#domain/inquiry/decide-asked.js';
import { ownYesOf } from '#domain/inquiry/told-by-yes.js';
import { hidesName } from '#domain/person/protection.js';
import type { LedgerAction, LedgerLine } from '../ledger/ledger.port.js';
import type { StaffCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import { InquiryStore } from '../inquiry/inquiry.port.js';
import { IdentityStore, ItemStore } from './items.port.js';
import type {
  ItemContent,
  ReleasedAsked,
  ReleasedIdentity,
  ReleasedItem,
  ReleasedReasons,
  Withheld,
} from './released.js';
import { asAsked, type SealedAsked, type SealedIdentity, type SealedItem, type SealedReasons } from './sealed.js';
import { SettleSight, type Settled, type Settling } from './settle-sight.js';
import { askedPlace, identityPlace, itemPlace, reasonsPlace, type AskedSaid, type IdentitySaid } from './seal.js';

/** What came of opening: what may be shown, and what stays closed with its reason. */
export interface Opened<T> {
  readonly released: readonly T[];
  readonly withheld: readonly Withheld[];
}

export interface Opening {
  readonly caller: StaffCaller;
  /** The database's clock in the transaction that loaded the facts. */
  readonly asOf: Date;
  /** Why the caller reads within the own house; what comes by a share is read for the share's purpose. */
  readonly purpose: Purpose;
  /** The word in the ledger; `read` unless it is a search, an export or a hand-over. */
  readonly action?: LedgerAction;
  /** The list that shows many people at once: a reviewer tells it from people who are opened one by one. */
  readonly list?: string;
}

/** One reader's part of an opening for several. */
export interface OpeningOfItems extends Opening {
  readonly sealed: readonly SealedItem[];
}

/**
 * The one gate: decide, write the ledger, decrypt, in that order (design: one gate; OSL 26:1, 8:1–2). Nothing else has
 * the cipher's key for reading. If the ledger cannot be written, nothing is released; if a right was taken away since the
 * facts were read, they are read again.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly settling: SettleSight,
    private readonly cipher: FieldCipher,
  ) {}

  async openItems(opening: Opening, sealed: readonly SealedItem[]): Promise<Opened<ReleasedItem>> {
    const [opened] = await this.openItemsForEach([{ ...opening, sealed }]);
    return opened ?? { released: [], withheld: [] };
  }

  /**
   * Opens for several readers at once: decided for each by their own facts, a line in the ledger for each, and what is
   * released to several on the same ground decrypted once. Answers stand in the order of the readers.
   */
  async openItemsForEach(openings: readonly OpeningOfItems[]): Promise<Opened<ReleasedItem>[]> {
    const decided = await this.settling.forEach(
      openings.map(({ sealed, ...opening }) => ({ opening, sealed })),
      ITEMS,
    );
    const opened = new Map<string, ReleasedItem>();
    return decided.map((items, at) =>
      openedOf(items, ITEMS.id, (item, ground) => {
        const mayName = mayReadName(openings[at]!.caller, item);
        const key = [item.itemId, item.version, ground, item.share?.until?.getTime(), mayName].join(' ');
        const one = opened.get(key) ?? this.releaseItem(item, ground, mayName);
        opened.set(key, one);
        return one;
      }),
    );
  }

  /** The request’s own act has moved the count: it answers with what it opens from now on, and with nothing of before. */
  beginAnew(caller: StaffCaller): void {
    this.settling.forget(caller.requestId);
  }

  async openIdentities(opening: Opening, sealed: readonly SealedIdentity[]): Promise<Opened<ReleasedIdentity>> {
    const [decided = []] = await this.settling.forEach([{ opening, sealed }], IDENTITIES);
    return openedOf(decided, IDENTITIES.id, (one, ground) => this.releaseIdentity(opening, one, ground));
  }

  async openReasons(opening: Opening, sealed: readonly SealedReasons[]): Promise<Opened<ReleasedReasons>> {
    const [decided = []] = await this.settling.forEach([{ opening, sealed }], REASONS);
    return openedOf(decided, REASONS.id, ({ table, row, content }, ground) => {
      const text = this.cipher.decrypt(content.keyPersonId, content, reasonsPlace(table, row));
      return { row, text, ground: { id: ground, until: null } } as ReleasedReasons;
    });
  }

  /** Opens to another house whom a question to it is about. */
  async openAsked(opening: Opening, sealed: readonly SealedAsked[]): Promise<Opened<ReleasedAsked>> {
    const [decided = []] = await this.settling.forEach([{ opening, sealed }], ASKED);
    return openedOf(decided, ASKED.id, ({ inquiryId, content }, ground) => {
      const said = JSON.parse(this.cipher.decrypt(content.keyPersonId, content, askedPlace(inquiryId))) as AskedSaid;
      return { inquiryId, ...said, ground: { id: ground, until: null } } as ReleasedAsked;
    });
  }

  private releaseItem(item: SealedItem, ground: string, mayName: boolean): ReleasedItem {
    const keyPerson = item.content.keyPersonId;
    const said = JSON.parse(this.cipher.decrypt(keyPerson, item.content, itemPlace(item.itemId))) as ItemContent;
    const content = mayName ? said : withoutName(said);
    return {
      itemId: item.itemId,
      version: item.version,
      caseId: item.caseId,
      category: item.category,
      revealsPlace: item.revealsPlace,
      giverHouse: item.giverHouse,
      content,
      ground: { id: ground, until: item.share?.until ?? null },
      createdAt: item.createdAt,
      createdBy: item.createdBy,
    } as ReleasedItem;
  }

  private releaseIdentity(opening: Opening, identity: SealedIdentity, ground: string): ReleasedIdentity {
    const said = JSON.parse(
      this.cipher.decrypt(identity.personId, identity.content, identityPlace(identity.personId)),
    ) as IdentitySaid;
    const { year, month, day } = identity.subject.born;
    const mayReach = decideContact(opening, identity).outcome === 'release';
    return {
      personId: identity.personId,
      version: identity.version,
      givenName: said.givenName,
      familyName: said.familyName,
      personalNumber: said.personalNumber,
      contact: mayReach ? (said.contact ?? null) : null,
      born: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      protection: identity.subject.protection,
      ground: { id: ground, until: null },
    } as ReleasedIdentity;
  }
}

function openedOf<S, R>(
  decided: readonly Settled<S>[],
  id: (one: S) => string,
  release: (one: S, ground: string) => R,
): Opened<R> {
  const released: R[] = [];
  const withheld: Withheld[] = [];
  for (const { one, decision } of decided) {
    if (decision.outcome === 'release') released.push(release(one, decision.ground));
    else withheld.push({ id: id(one), outcome: decision.outcome, ground: decision.ground });
  }
  return { released, withheld };
}

/** The line of what is decided on, with what only this kind of thing adds to it. */
const lineOf =
  <S>(more: (opening: Opening, one: S) => Partial<LedgerLine>) =>
  (opening: Opening, one: S, decision: Decision): LedgerLine => ({
    action: decision.outcome === 'release' ? (opening.action ?? 'read') : 'refuse',
    outcome: decision.outcome,
    purpose: opening.purpose,
    ground: decision.ground,
    ...more(opening, one),
  });

const ITEMS: Settling<Opening, SealedItem> = {
  id: ({ itemId }) => itemId,
  decide: (opening, item) => decideItem(opening, item),
  line: lineOf((opening, item) => ({
    personId: item.subjects[0]?.id ?? null,
    caseId: item.caseId,
    itemId: item.itemId,
    itemVersion: item.version,
    purpose: item.share?.purpose ?? opening.purpose,
  })),
  again: async (tx, items) => {
    const asked = new Map(items.map((item) => [item.itemId, item]));
    return (await tx.of(ItemStore).findSealed([...asked.keys()])).map((fresh) => asAsked(asked, fresh));
  },
};

const IDENTITIES: Settling<Opening, SealedIdentity> = {
  id: ({ personId }) => personId,
  decide: (opening, identity) => decideIdentity(opening, identity),
  line: lineOf(({ list }, { personId }) => ({ personId, detail: { identity: true, ...(list ? { list } : {}) } })),
  again: (tx, identities) => tx.of(IdentityStore).findSealed(identities.map(({ personId }) => personId)),
};

const REASONS: Settling<Opening, SealedReasons> = {
  id: ({ row }) => row,
  decide: (opening, reasons) => decideOwn(opening, reasons, false),
  line: lineOf((_, { personId, row }) => ({ personId, detail: { reasonsOf: row } })),
  again: async (tx, reasons) => {
    const people = await tx.of(IdentityStore).findSealed([...new Set(reasons.map(({ personId }) => personId))]);
    const facts = new Map(people.map((one) => [one.personId, one]));
    return reasons.flatMap((one) => {
      const fresh = facts.get(one.personId);
      if (!fresh) return [];
      const { recipientAssigned, recipientNamed, subject, sight } = fresh;
      return [{ ...one, recipientAssigned, recipientNamed, subject, sight }];
    });
  },
};

const ASKED: Settling<Opening, SealedAsked> = {
  id: ({ inquiryId }) => inquiryId,
  decide: ({ caller, asOf }, asked) =>
    decideAsked({
      ...asked,
      to: caller.house.kind,
      ownYes: ownYesOf(caller.house, asked.asking, { ...asked, asOf: asOf.getTime(), assessments: [] }),
    }),
  line: lineOf((_, { inquiryId, personId, caseId }) => ({ personId, caseId, detail: { inquiryId, identity: true } })),
  again: (tx, asked) => tx.of(InquiryStore).findAsked(asked.map(({ inquiryId }) => inquiryId)),
};

const NOT_GIVEN: Decision = { outcome: 'refuse', ground: 'no-ground' };
const NOT_THEIRS: Decision = { outcome: 'refuse', ground: 'need-to-know' };

/**
 * What the rules say of one item for whoever asks; nothing is opened by it. That it may be told is not that it has been
 * told: another house has it by a share that runs, and there it is for whoever works on the case. The policies ask the same
 * (OSL 8:1, 26:1).
 */
export function decideItem(opening: Pick<Opening, 'caller' | 'asOf' | 'purpose'>, item: SealedItem): Decision {
  if (!isSameHouse(item.giverHouse, opening.caller.house)) {
    if (!runs(item.share, opening.asOf)) return NOT_GIVEN;
    if (!item.recipientAssigned) return NOT_THEIRS;
  }
  return decideDisclosure(
    {
      asOf: opening.asOf.getTime(),
      from: item.giver,
      to: opening.caller.house,
      subjects: item.subjects,
      category: item.category,
      personData: item.personData,
      form: item.form,
      phase: item.phase,
      purpose: item.share?.purpose ?? opening.purpose,
      recipientAssigned: item.recipientAssigned,
      recipientNamed: item.recipientNamed,
      revealsPlace: item.revealsPlace,
      reportedBy: item.reportedBy,
      ...(item.childSignsFrom === undefined ? {} : { childSignsFrom: item.childSignsFrom }),
      consents: item.consents,
      assessments: item.assessments,
    },
    item.limits,
  );
}

const runs = (share: SealedItem['share'], asOf: Date): boolean =>
  share !== null && (share.until === null || share.until > asOf);

/**
 * The two hard grades protect the name itself, also where a reporter wrote it beside their words (OSL 21:3). Whoever wrote
 * it still sees it: that it was gone would tell them of the protection.
 */
const mayReadName = (caller: StaffCaller, item: SealedItem): boolean =>
  item.recipientNamed ||
  item.createdBy === caller.staffId ||
  !item.subjects.some(({ protection }) => hidesName(protection));

const withoutName = ({ text, data }: ItemContent): ItemContent => {
  if (data === undefined) return { text };
  return { text, data: Object.fromEntries(Object.entries(data).filter(([field]) => field !== 'childName')) };
};

/** The two hard grades protect the name itself (a new identity, a registration elsewhere); a marking protects the address. */
function decideIdentity(opening: Opening, identity: SealedIdentity): Decision {
  return decideOwn(opening, identity, hidesName(identity.subject.protection));
}

function decideContact(opening: Opening, identity: SealedIdentity): Decision {
  return decideOwn(opening, identity, true);
}

type OwnFacts = Pick<SealedIdentity, 'house' | 'subject' | 'recipientAssigned' | 'recipientNamed'>;

function decideOwn(opening: Opening, identity: OwnFacts, revealsPlace: boolean): Decision {
  return decideDisclosure({
    asOf: opening.asOf.getTime(),
    from: identity.house,
    to: opening.caller.house,
    subjects: [identity.subject],
    category: revealsPlace ? 'contact-details' : 'nomination',
    personData: true,
    form: 'none',
    phase: 'none',
    purpose: opening.purpose,
    recipientAssigned: identity.recipientAssigned,
    recipientNamed: identity.recipientNamed,
    revealsPlace,
    reportedBy: null,
    consents: [],
    assessments: [],
  });
}
