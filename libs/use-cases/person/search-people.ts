import { Injectable } from '@nestjs/common';
import { decideAsked, type Asked } from '#domain/person/person-search.js';
import { namePhonetics } from '#domain/person/name-phonetics.js';
import { sightOf } from '#domain/person/protection.js';
import { rankNameMatches } from '#domain/person/rank-name-matches.js';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { PersonNumberReader } from './person-number-reader.port.js';
import { PersonRegister, type PersonFacts } from './person-register.port.js';
import { seePeople, type PersonSeen } from './person-sight.js';
import { SearchLimit } from './search-limit.port.js';
import { spendSearch } from './spend-search.js';

export interface PeopleFound {
  readonly by: 'number' | 'name' | 'phone';
  readonly hits: readonly PersonSeen[];
  /** More are alike than are shown: say more of the name. */
  readonly more: boolean;
}

interface Looked {
  readonly asked: Asked;
  readonly facts: readonly PersonFacts[];
  readonly sealed: Awaited<ReturnType<IdentityStore['findSealed']>>;
  readonly asOf: Date;
}

const MOST_CANDIDATES = 60;
const MOST_SHOWN = 20;

const ASKED_CODES = {
  'nothing-asked': 'SEARCH_EMPTY',
  'too-short': 'SEARCH_TOO_SHORT',
  'not-twelve-digits': 'SEARCH_NOT_A_NUMBER',
  'not-a-date': 'NUMBER_NOT_A_DATE',
  'wrong-check-digit': 'NUMBER_CHECK_DIGIT',
} as const;

/**
 * Search before create: by number, name as it sounds, or telephone. Every search leaves its line in the ledger, with what
 * was asked for only as a keyed hash, before anything is shown (OSL 26:1; GDPR 5.1 c, 30).
 */
@Injectable()
export class SearchPeople {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly lookup: LookupHash,
    private readonly reader: PersonNumberReader,
    private readonly limit: SearchLimit,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, written: string): Promise<PeopleFound> {
    await spendSearch({ limit: this.limit, appender: this.appender }, caller, 'asked');
    const looked = await this.asCaller.run(caller, (tx) => this.look(tx, caller, written));
    const opened = await this.gate.openIdentities(
      { caller, asOf: looked.asOf, purpose: 'investigate-need', action: 'search' },
      looked.sealed,
    );
    const seen = seePeople(looked.facts, opened);
    const ranked = looked.asked.name === null ? seen : rank(looked.asked.name, seen);
    return {
      by: looked.asked.name === null ? (looked.asked.number === null ? 'phone' : 'number') : 'name',
      hits: ranked.slice(0, MOST_SHOWN),
      more: ranked.length > MOST_SHOWN,
    };
  }

  private async look(tx: CallerTransaction, caller: StaffCaller, written: string): Promise<Looked> {
    const decision = decideAsked(written, (text) => this.reader.read(text, tx.now));
    if (decision.outcome === 'refused') throw new Failure(ASKED_CODES[decision.code], 'asked');
    const { asked } = decision;
    const people = tx.of(PersonRegister);
    const numberHash = asked.number === null ? null : this.lookup.ofNumber(asked.number);
    const phoneHash = asked.phone === null ? null : this.lookup.ofPhone(asked.phone);
    const nameHashes = asked.name === null ? [] : namePhonetics(asked.name).map((part) => this.lookup.ofNamePart(part));
    const byNumber = numberHash === null ? [] : await people.findByNumberHash(caller.branchId, numberHash);
    const byPhone = phoneHash === null ? [] : await people.findByPhoneHash(caller.branchId, phoneHash, MOST_CANDIDATES);
    const byName =
      nameHashes.length === 0 ? [] : await people.findByNameHashes(caller.branchId, nameHashes, MOST_CANDIDATES);
    const found = await people.findFacts([...new Set([...byNumber, ...byPhone, ...byName])]);
    const facts = found.filter(
      (one) => byNumber.includes(one.id) || mayBeFound(one, byPhone.includes(one.id) ? 'phone' : 'name'),
    );
    const hashes = [numberHash, phoneHash, ...nameHashes].filter((hash) => hash !== null);
    await people.addSearch({ id: tx.newId(), staffId: caller.staffId, branchId: caller.branchId, hashes });
    await tx.of(LedgerStore).record([
      {
        action: 'search',
        outcome: 'done',
        purpose: 'investigate-need',
        detail: {
          by: [numberHash && 'number', phoneHash && 'phone', asked.name !== null && 'name'].filter(Boolean).join('+'),
          asked: hashes.map((hash) => hash.toString('base64url')).join(' '),
          found: facts.length,
        },
      },
    ]);
    const sealed = await tx.of(IdentityStore).findSealed(facts.map(({ id }) => id));
    return { asked, facts, sealed, asOf: tx.now };
  }
}

/** A telephone number finds nobody whose ways to be reached are hidden from the caller, a name nobody whose name is. */
export function mayBeFound(facts: PersonFacts, by: 'phone' | 'name'): boolean {
  const sight = sightOf(facts.protection, facts.named);
  return by === 'phone' ? sight.contact : sight.foundByName;
}

/** The likest spelling first; people whose names are withheld come last, since their spelling must not order the list. */
function rank(asked: string, seen: readonly PersonSeen[]): readonly PersonSeen[] {
  const byId = new Map(seen.map((one) => [one.id, one]));
  const open = rankNameMatches(
    asked,
    seen.filter(({ nameIsWithheld }) => !nameIsWithheld),
  ).flatMap(({ id }) => byId.get(id) ?? []);
  return [...open, ...seen.filter(({ nameIsWithheld }) => nameIsWithheld)];
}
