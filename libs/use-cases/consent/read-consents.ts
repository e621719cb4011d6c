import { Injectable } from '@nestjs/common';
import { scopeNow, type ConsentScope, type ConsentSigner } from '#domain/consent/consent.js';
import { consentTermOf, type TermSettings } from '#domain/consent/consent-term.js';
import { longestUntil } from '#domain/consent/draft-consent.js';
import { namesOf, type Names } from '#domain/consent/decide-names.js';
import { fillNotice } from '#domain/consent/notice-words/fill-notice.js';
import { isNoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { NOTICE_WORDS, type WrittenNotice } from '#domain/consent/notice-words/write-notice.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { FORMS, type Form } from '#domain/disclosure/vocabulary.js';
import type { Instant } from '#domain/kernel/instant.js';
import { houseNames } from '../family/known-houses.js';
import { FamilyFacts, type FamilyHouse } from '../family/family-facts.port.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { noteLook } from '../ledger/note-look.js';
import { CaseStore } from '../report/case.port.js';
import { requireCase } from '../report/require-case.js';
import { shownPeople, type PersonShown } from '../report/view-person.js';
import { ConsentLists, type ConsentEventShown } from './consent-lists.port.js';
import { situationOf } from './consent-step.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { NoticeTexts } from './notice-texts.port.js';
import { requireSeenConsent } from './require-seen-consent.js';

export interface SignerShown {
  readonly signer: ConsentSigner;
  readonly person: PersonShown;
  /** Asked of them now; a signer whom custody or age no longer asks stays in the record. */
  readonly isNeeded: boolean;
  readonly receivedByName: string | null;
}

export interface ConsentLine {
  readonly facts: ConsentFacts;
  /** What it reaches now. */
  readonly scope: ConsentScope;
  readonly names: Names;
  readonly people: ReadonlyMap<string, PersonShown>;
}

export interface ConsentPage extends ConsentLine {
  readonly person: PersonShown;
  /** As families know the young person in the sentence; null where the name is not the reader's. */
  readonly givenName: string | null;
  readonly signers: readonly SignerShown[];
  readonly why: ReleasedItem | null;
  /** Why the agency ended it. */
  readonly endReasons: ReleasedItem | null;
  readonly events: readonly ConsentEventShown[];
  readonly createdByName: string | null;
  readonly houses: readonly FamilyHouse[];
  readonly houseNames: ReadonlyMap<string, string>;
  /** From when it begins. */
  readonly longest: readonly LongestConsent[];
}

/** The text that one signer read. */
export interface NoticeOfSigner {
  readonly version: string;
  readonly language: string;
  readonly hash: Buffer;
  readonly notice: WrittenNotice;
}

/** Houses that can be named in a consent, and the person whom it would be about. */
export interface ConsentChoices {
  readonly person: PersonShown;
  readonly givenName: string | null;
  readonly houses: readonly FamilyHouse[];
  readonly houseNames: ReadonlyMap<string, string>;
  readonly ownHouse: string;
  /** From now on. */
  readonly longest: readonly LongestConsent[];
}

/** The longest that may be asked for in a form. */
export interface LongestConsent {
  readonly form: Form;
  readonly until: Date;
  /** Why it may be longer than half a year. */
  readonly reason: string | null;
}

/** Consents as those who work on the case see them: whose names are there and missing, what has happened, and why. */
@Injectable()
export class ReadConsents {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async ofCase(caller: StaffCaller, caseId: string): Promise<readonly ConsentLine[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const { personId } = await requireCase(tx, caseId);
      const all = await tx.of(ConsentStore).findOfCase(caseId);
      await noteLook(tx, { list: 'consents', shown: all.length, personId, caseId });
      return { lines: await linesOf(tx, all), sealed: await identitiesOf(tx, all), asOf: tx.now };
    });
    const opened = await this.gate.openIdentities(openingOf(caller, found.asOf), found.sealed);
    return found.lines.map((line) => ({
      ...line,
      people: shownPeople(idsOf(line.facts), opened),
    }));
  }

  async one(caller: StaffCaller, id: string): Promise<ConsentPage> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const facts = await requireSeenConsent(tx, id);
      const [line] = await linesOf(tx, [facts]);
      const lists = tx.of(ConsentLists);
      const events = await lists.findEvents(id);
      return {
        line: line!,
        sealed: await identitiesOf(tx, [facts]),
        said: await tx.of(ItemStore).findSealed([facts.itemId, endItemOf(events)].flatMap((itemId) => itemId ?? [])),
        events,
        received: await lists.findReceived(id),
        createdByName: facts.createdBy === null ? null : ((await lists.findStaffName(facts.createdBy)) ?? null),
        houses: await tx.of(FamilyFacts).findHouses(facts.municipalityId),
        terms: await tx.of(ConsentStore).findTerms(facts.municipalityId),
        asOf: tx.now,
      };
    });
    const opening = openingOf(caller, found.asOf);
    const identities = await this.gate.openIdentities(opening, found.sealed);
    const said = (await this.gate.openItems(opening, found.said)).released;
    const endItem = endItemOf(found.events);
    const { facts, names } = found.line;
    const people = shownPeople(idsOf(facts), identities);
    return {
      ...found.line,
      people,
      person: people.get(facts.record.person)!,
      givenName: givenNameOf(identities.released, facts.record.person),
      signers: facts.record.signers.map((signer) => ({
        signer,
        person: people.get(signer.person)!,
        isNeeded: names.needed.includes(signer.person),
        receivedByName: found.received.find(({ personId }) => personId === signer.person)?.receivedByName ?? null,
      })),
      why: said.find(({ itemId }) => itemId === facts.itemId) ?? null,
      endReasons: said.find(({ itemId }) => itemId === endItem) ?? null,
      events: found.events,
      createdByName: found.createdByName,
      houses: found.houses,
      houseNames: houseNames(found.houses),
      longest: longestOf(found.terms, facts.record.validFrom),
    };
  }

  /** What a signer read, as it was then, filled with what they said yes to; NOT_FOUND where a paper has words of its own. */
  async noticeReadBy(caller: StaffCaller, id: string, personId: string): Promise<NoticeOfSigner> {
    const { facts, givenName, houseNames: names } = await this.one(caller, id);
    const { record } = facts;
    const read = facts.read.find((one) => one.personId === personId);
    const signer = record.signers.find(({ person }) => person === personId);
    const kept = await this.asCaller.run(caller, async (tx) => {
      await noteLook(tx, { list: 'notice-read', shown: 1, personId, caseId: facts.caseId });
      return read?.version ? tx.of(NoticeTexts).find(read.version, read.language) : undefined;
    });
    if (!kept || !signer || !isNoticeLanguage(kept.language)) throw notFound();
    const asked = {
      scope: scopeNow({ offered: record.offered, signers: [signer] }),
      situations: record.situations,
      validUntil: record.validUntil,
      longerReason: facts.longerReason,
      houseNames: names,
      givenName,
      isAboutReader: personId === record.person,
    };
    const { version, language, hash } = kept;
    return { version, language, hash, notice: fillNotice(asked, { ...NOTICE_WORDS[kept.language], ...kept.text }) };
  }

  /** What a new consent on this case can name. */
  async choices(caller: StaffCaller, caseId: string): Promise<ConsentChoices> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const file = await requireCase(tx, caseId);
      return {
        personId: file.personId,
        sealed: await tx.of(IdentityStore).findSealed([file.personId]),
        houses: await tx.of(FamilyFacts).findHouses(caller.municipalityId),
        terms: await tx.of(ConsentStore).findTerms(caller.municipalityId),
        asOf: tx.now,
      };
    });
    const { personId } = found;
    const opened = await this.gate.openIdentities(openingOf(caller, found.asOf), found.sealed);
    return {
      person: shownPeople([personId], opened).get(personId)!,
      givenName: givenNameOf(opened.released, personId),
      houses: found.houses,
      houseNames: houseNames(found.houses),
      ownHouse: writtenHouse(caller.house),
      longest: longestOf(found.terms, found.asOf.getTime()),
    };
  }

  /** Whether the caller works with this consent, for screens that listen. */
  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(ConsentStore).find(id)) !== undefined);
  }

  mayWatchCase(caller: StaffCaller, caseId: string): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(CaseStore).find(caseId)) !== undefined);
  }
}

const longestOf = (terms: TermSettings, from: Instant): readonly LongestConsent[] =>
  FORMS.map((form) => {
    const { months, reason } = consentTermOf(terms, form);
    return { form, until: new Date(longestUntil(from, months)), reason };
  });

/** The item that says why the house that asked has ended it. */
function endItemOf(events: readonly ConsentEventShown[]): string | null {
  const item = events.find(({ kind }) => kind === 'ended')?.detail?.['item'];
  return typeof item === 'string' ? item : null;
}

const openingOf = (caller: StaffCaller, asOf: Date) => ({ caller, asOf, purpose: 'support' }) as const;

const idsOf = ({ record }: ConsentFacts): string[] => [
  ...new Set([record.person, ...record.signers.map(({ person }) => person)]),
];

const identitiesOf = (tx: CallerTransaction, all: readonly ConsentFacts[]) =>
  tx.of(IdentityStore).findSealed([...new Set(all.flatMap(idsOf))]);

/** Consents of one case are about one person, so their situation is asked once for each. */
async function linesOf(
  tx: CallerTransaction,
  all: readonly ConsentFacts[],
): Promise<readonly Omit<ConsentLine, 'people'>[]> {
  const situations = new Map<string, Awaited<ReturnType<typeof situationOf>>>();
  const lines: Omit<ConsentLine, 'people'>[] = [];
  for (const facts of all) {
    const { person, signers } = facts.record;
    const situation = situations.get(person) ?? (await situationOf(tx, person));
    situations.set(person, situation);
    lines.push({ facts, scope: scopeNow(facts.record), names: namesOf(signers, situation.subject, situation.facts) });
  }
  return lines;
}

const givenNameOf = (released: readonly ReleasedIdentity[], personId: string): string | null =>
  released.find((one) => one.personId === personId)?.givenName ?? null;
