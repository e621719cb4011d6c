import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { Decision } from '#domain/disclosure/decision.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import type { LedgerAction, LedgerLine } from '../ledger/ledger.port.js';
import type { StaffCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import type { ItemContent, ReleasedIdentity, ReleasedItem, ReleasedReasons, Withheld } from './released.js';
import type { SealedIdentity, SealedItem, SealedReasons } from './sealed.js';
import { identityPlace, itemPlace, reasonsPlace, type IdentitySaid } from './seal.js';

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
 * the cipher's key for reading. If the ledger cannot be written, nothing is released.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly appender: LedgerAppender,
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
    const decided = openings.map((opening) => ({
      opening,
      items: opening.sealed.map((item) => ({ item, decision: decideItem(opening, item) })),
    }));
    await this.appender.appendAll(
      decided.map(({ opening, items }) => ({
        caller: opening.caller,
        lines: items.map(({ item, decision }) => lineOf(opening, item, decision)),
      })),
    );
    const opened = new Map<string, ReleasedItem>();
    return decided.map(({ opening, items }) => {
      const released: ReleasedItem[] = [];
      const withheld: Withheld[] = [];
      for (const { item, decision } of items) {
        if (decision.outcome !== 'release') {
          withheld.push({ id: item.itemId, outcome: decision.outcome, ground: decision.ground });
          continue;
        }
        const mayName = mayReadName(opening.caller, item);
        const key = [item.itemId, item.version, decision.ground, item.share?.until?.getTime(), mayName].join(' ');
        const one = opened.get(key) ?? this.releaseItem(item, decision.ground, mayName);
        opened.set(key, one);
        released.push(one);
      }
      return { released, withheld };
    });
  }

  async openIdentities(opening: Opening, sealed: readonly SealedIdentity[]): Promise<Opened<ReleasedIdentity>> {
    const decided = sealed.map((identity) => ({ identity, decision: decideIdentity(opening, identity) }));
    await this.appender.append(
      opening.caller,
      decided.map(({ identity, decision }): LedgerLine => ({
        action: decision.outcome === 'release' ? (opening.action ?? 'read') : 'refuse',
        outcome: decision.outcome,
        personId: identity.personId,
        purpose: opening.purpose,
        ground: decision.ground,
        detail: { identity: true, ...(opening.list ? { list: opening.list } : {}) },
      })),
    );
    const released: ReleasedIdentity[] = [];
    const withheld: Withheld[] = [];
    for (const { identity, decision } of decided) {
      if (decision.outcome !== 'release')
        withheld.push({ id: identity.personId, outcome: decision.outcome, ground: decision.ground });
      else released.push(this.releaseIdentity(opening, identity, decision.ground));
    }
    return { released, withheld };
  }

  async openReasons(opening: Opening, sealed: readonly SealedReasons[]): Promise<Opened<ReleasedReasons>> {
    const decided = sealed.map((reasons) => ({ reasons, decision: decideOwn(opening, reasons, false) }));
    await this.appender.append(
      opening.caller,
      decided.map(({ reasons, decision }): LedgerLine => ({
        action: decision.outcome === 'release' ? (opening.action ?? 'read') : 'refuse',
        outcome: decision.outcome,
        personId: reasons.personId,
        purpose: opening.purpose,
        ground: decision.ground,
        detail: { reasonsOf: reasons.row },
      })),
    );
    const released: ReleasedReasons[] = [];
    const withheld: Withheld[] = [];
    for (const { reasons, decision } of decided) {
      if (decision.outcome !== 'release') {
        withheld.push({ id: reasons.row, outcome: decision.outcome, ground: decision.ground });
        continue;
      }
      const place = reasonsPlace(reasons.table, reasons.row);
      const text = this.cipher.decrypt(reasons.content.keyPersonId, reasons.content, place);
      released.push({ row: reasons.row, text, ground: { id: decision.ground, until: null } } as ReleasedReasons);
    }
    return { released, withheld };
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

const lineOf = (opening: Opening, item: SealedItem, decision: Decision): LedgerLine => ({
  action: decision.outcome === 'release' ? (opening.action ?? 'read') : 'refuse',
  outcome: decision.outcome,
  personId: item.subjects[0]?.id ?? null,
  caseId: item.caseId,
  itemId: item.itemId,
  itemVersion: item.version,
  purpose: item.share?.purpose ?? opening.purpose,
  ground: decision.ground,
});

function decideItem(opening: Opening, item: SealedItem): Decision {
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

/**
 * The two hard grades protect the name itself, also where a reporter wrote it beside their words (OSL 21:3). Whoever wrote
 * it still sees it: that it was gone would tell them of the protection.
 */
const mayReadName = (caller: StaffCaller, item: SealedItem): boolean =>
  item.recipientNamed ||
  item.createdBy === caller.staffId ||
  item.subjects.every(({ protection }) => protection === 'none' || protection === 'marking');

const withoutName = ({ text, data }: ItemContent): ItemContent => {
  if (data === undefined) return { text };
  return { text, data: Object.fromEntries(Object.entries(data).filter(([field]) => field !== 'childName')) };
};

/** The two hard grades protect the name itself (a new identity, a registration elsewhere); a marking protects the address. */
function decideIdentity(opening: Opening, identity: SealedIdentity): Decision {
  const nameIsPlace =
    identity.subject.protection === 'protected-registration' || identity.subject.protection === 'assumed-identity';
  return decideOwn(opening, identity, nameIsPlace);
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
