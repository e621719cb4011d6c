import { Injectable } from '@nestjs/common';
import type { CollectionMethod, ConsentSigner } from '#domain/consent/consent.js';
import { asMetBy } from '#domain/consent/meet-apart.js';
import { hidesHouses } from '#domain/family/shown-houses.js';
import type { ConsentOfCase } from '#domain/family/shown-meeting.js';
import { showConsent, type ShownConsent, type ShownSigner } from '#domain/family/shown-consent.js';
import { ConsentStore, type ConsentFacts } from '../consent/consent.port.js';
import { asConsents, situationOf } from '../consent/consent-step.js';
import { keptFrom } from '../consent/met-by.js';
import { wholeRecord } from '../consent/sign-consent.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { FamilyGate } from '../gate/open-to-family.js';
import type { ReleasedName } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { ShownSights } from '../gate/shown-sights.js';
import { SightStore } from '../gate/sight.port.js';
import type { Sight } from '../gate/sight.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { EvidenceStore } from './evidence.port.js';
import { FamilyFacts, type FamilyHouse, type SealedName } from './family-facts.port.js';

/** A consent with everything that one signer may be told about it, and nothing else. */
export interface FamilyConsent {
  readonly facts: ConsentFacts;
  readonly shown: ShownConsent;
  readonly me: ConsentSigner;
  readonly isAboutMe: boolean;
  /** Null where the name may not be told. */
  readonly aboutName: ReleasedName | null;
  readonly myName: ReleasedName | null;
  readonly others: readonly { readonly signer: ShownSigner; readonly name: ReleasedName | null }[];
  readonly why: string | null;
  readonly houses: readonly FamilyHouse[];
  /** What they are called would tell this reader where the person is. */
  readonly hidesHouses: boolean;
  /** The paper that I signed; null where it names what I may not know, and the receipt says it as it is now. */
  readonly documentId: string | null;
  /** I have asked for the next half year. */
  readonly isRenewalAsked: boolean;
  readonly signedBy: CollectionMethod | null;
}

export interface LoadedConsent {
  readonly facts: ConsentFacts;
  readonly shown: ShownConsent;
  readonly me: ConsentSigner;
  readonly hidesHouses: boolean;
  readonly documentId: string | null;
}

type Load = (tx: CallerTransaction) => Promise<readonly ConsentFacts[]>;

interface Found {
  readonly loaded: readonly LoadedConsent[];
  readonly asOf: Date;
  readonly names: readonly SealedName[];
  readonly items: readonly SealedItem[];
  readonly houses: readonly FamilyHouse[];
  readonly renewalsAsked: ReadonlySet<string>;
  /** The counts of the cases, as the consents were read. */
  readonly sights: ReadonlyMap<string, Sight>;
}

const MOST_ROUNDS = 4;

/** The consents that a family member signs, each only as far as they may be told of it; every look is in the ledger. */
@Injectable()
export class FamilyConsents {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: FamilyGate,
    private readonly appender: LedgerAppender,
    private readonly shown: ShownSights,
  ) {}

  list(caller: FamilyCaller): Promise<readonly FamilyConsent[]> {
    return this.read(caller, (tx) => tx.of(ConsentStore).findOfSigner(caller.personId));
  }

  async find(caller: FamilyCaller, id: string): Promise<FamilyConsent> {
    const [found] = await this.read(caller, async (tx) => {
      const consent = await tx.of(ConsentStore).find(id);
      return consent ? [consent] : [];
    });
    if (!found) throw notFound();
    return found;
  }

  private async read(caller: FamilyCaller, load: Load): Promise<readonly FamilyConsent[]> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const found = await this.load(caller, load);
      const told = await this.release(caller, found);
      if (told) return told;
    }
    // Somebody takes rights away again and again: nothing is shown, and the reader asks anew.
    throw new Failure('SIGHT_CHANGED');
  }

  private load(caller: FamilyCaller, load: Load): Promise<Found> {
    return this.asCaller.run(caller, async (tx) => {
      const loaded: LoadedConsent[] = [];
      for (const facts of await load(tx)) {
        const one = await loadShown(tx, caller, facts);
        if (one) loaded.push(one);
      }
      const people = new Set<string>([caller.personId]);
      for (const { facts, shown } of loaded) {
        people.add(facts.record.person);
        for (const { person } of shown.others) people.add(person);
      }
      const family = tx.of(FamilyFacts);
      const itemIds = loaded.flatMap(({ facts }) => facts.itemId ?? []);
      return {
        loaded,
        asOf: tx.now,
        names: loaded.length === 0 ? [] : await family.findNames([...people]),
        items: await family.findItems(itemIds),
        renewalsAsked: await family.findRenewalsAsked(),
        houses: await asConsents(tx, (service) => service.of(FamilyFacts).findHouses(caller.municipalityId)),
        sights: new Map(
          (await tx.of(SightStore).find(loaded.map(({ facts }) => facts.caseId))).map((s) => [s.about, s]),
        ),
      };
    });
  }

  /** Undefined when somebody has taken something from the reader meanwhile. */
  private async release(caller: FamilyCaller, found: Found): Promise<readonly FamilyConsent[] | undefined> {
    const { loaded, asOf, houses, sights } = found;
    if (loaded.length === 0) return [];
    const { moved, comparedAt } = await this.appender.append(
      caller,
      loaded.map(({ facts }) => ({
        ...sightIn(sights, facts),
        action: 'read',
        outcome: 'release',
        personId: facts.record.person,
        caseId: facts.caseId,
        ground: 'own-consent',
        detail: { consentId: facts.record.id },
      })),
    );
    if (moved.length > 0) return undefined;
    this.shown.note(caller.requestId, [...sights.values()], comparedAt);
    const names = new Map(
      (await this.gate.openNames({ caller, asOf }, found.names)).map((name) => [name.personId, name]),
    );
    const items = new Map(
      (await this.gate.openItems({ caller, asOf }, found.items)).map((item) => [item.itemId, item]),
    );
    return loaded.map(({ facts, shown, me, hidesHouses, documentId }) => ({
      facts,
      shown,
      me,
      isAboutMe: facts.record.person === caller.personId,
      aboutName: names.get(facts.record.person) ?? null,
      myName: names.get(caller.personId) ?? null,
      others: shown.others.map((signer) => ({ signer, name: names.get(signer.person) ?? null })),
      why: facts.itemId === null ? null : (items.get(facts.itemId)?.content.text ?? null),
      houses,
      hidesHouses,
      documentId,
      isRenewalAsked: found.renewalsAsked.has(facts.record.id),
      signedBy: me.method,
    }));
  }
}

/** As far as a meeting is told by it. */
export const toldOf = ({
  facts: { record, caseId },
  shown: { state, scope },
}: Pick<LoadedConsent, 'facts' | 'shown'>): ConsentOfCase => ({
  ...{ id: record.id, caseId, state, scope },
  ...{ validFrom: record.validFrom, validUntil: record.validUntil },
});

const sightIn = (sights: ReadonlyMap<string, Sight>, { caseId }: ConsentFacts) => {
  const sight = sights.get(caseId);
  return sight ? { sight } : {};
};

/** What the caller is told of one consent; undefined when that is nothing. */
export async function loadShown(
  tx: CallerTransaction,
  caller: FamilyCaller,
  facts: ConsentFacts,
): Promise<LoadedConsent | undefined> {
  const record = await wholeRecord(tx, facts);
  const situation = await situationOf(tx, record.person);
  const viewer = caller.personId;
  const people = record.signers.map(({ person }) => person);
  const kept = await keptFrom(tx, { viewer, about: record.person, people });
  const shown = showConsent(record, { viewer, ...situation, ...kept });
  const me = record.signers.find(({ person }) => person === caller.personId);
  if (!shown || !me) return undefined;
  const documents = await tx.of(EvidenceStore).findOfConsent(record.id);
  const hides = hidesHouses(caller.personId === record.person ? 'subject' : 'guardian', situation.subject.protection);
  const mine = documents.find(
    ({ kind, signerId, namesHouses }) => kind === 'document' && signerId === caller.personId && !(hides && namesHouses),
  );
  return {
    facts: { ...facts, record: asMetBy(record, viewer, kept) },
    shown,
    me,
    hidesHouses: hides,
    documentId: mine?.id ?? null,
  };
}
