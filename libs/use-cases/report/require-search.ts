import { Injectable } from '@nestjs/common';
import { nameParts, partCodes } from '#domain/person/name-phonetics.js';
import { isSearchFresh } from '#domain/person/person-search.js';
import type { FieldFault } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { PersonRegister } from '../person/person-register.port.js';
import { SearchLimit } from '../person/search-limit.port.js';
import { mayBeFound } from '../person/search-people.js';
import { spendSearch } from '../person/spend-search.js';

/** Who a child is said to be, and whom the caller chose; null = nobody. */
export interface ChildNamed {
  readonly givenName: string;
  readonly familyName: string;
  readonly number: string;
  readonly personId: string | null;
}

interface Sought {
  readonly number: Buffer | null;
  /** For each part of the name the hashes of how it may sound. */
  readonly parts: readonly (readonly Buffer[])[];
}

const MOST_NAMESAKES = 60;

/**
 * Search before create where intake writes a report down: a child of whom nobody was chosen is refused until the caller
 * has searched for that child, if the house knows someone of the same number or name. The answer tells what a search would
 * show, so it costs what a search costs: each child not yet searched for takes one of the caller's searches and leaves its
 * line, whether somebody is known or not (GDPR 5.1 d; OSL 26:1; ASVS 2.4.1; [S0]).
 */
@Injectable()
export class RequireSearch {
  constructor(
    private readonly lookup: LookupHash,
    private readonly reader: PersonNumberReader,
    private readonly limit: SearchLimit,
    private readonly appender: LedgerAppender,
  ) {}

  /** A fault at each such child, by its place in the form; to be asked of a form without any other fault. */
  async faults(tx: CallerTransaction, caller: StaffCaller, children: readonly ChildNamed[]): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    for (const [at, child] of children.entries()) {
      if (child.personId !== null) continue;
      const sought = this.soughtOf(child, tx.now);
      if (await hasSearched(tx, caller, sought)) continue;
      await spendSearch({ limit: this.limit, appender: this.appender }, caller, `children.${at}`);
      const known = await isKnown(tx, caller, sought);
      if (known) faults.push({ field: `children.${at}`, code: 'SEARCH_FIRST' });
      // By the appender: the transaction of what is refused leaves nothing behind.
      await this.appender.append(caller, [
        {
          action: 'search',
          outcome: known ? 'refuse' : 'done',
          ground: 'search-first',
          purpose: 'investigate-need',
          detail: {
            by: [sought.number && 'number', sought.parts.length > 0 && 'name'].filter(Boolean).join('+'),
            asked: hashesOf(sought)
              .map((hash) => hash.toString('base64url'))
              .join(' '),
          },
        },
      ]);
    }
    return faults;
  }

  private soughtOf({ givenName, familyName, number }: ChildNamed, now: Date): Sought {
    const read = number.trim() === '' ? null : this.reader.read(number, now);
    return {
      number: read?.outcome === 'accepted' ? this.lookup.ofNumber(read.number.digits) : null,
      parts: nameParts(`${givenName} ${familyName}`).map((part) =>
        partCodes(part).map((code) => this.lookup.ofNamePart(code)),
      ),
    };
  }
}

const hashesOf = ({ number, parts }: Sought): Buffer[] => [...(number ? [number] : []), ...parts.flat()];

async function hasSearched(tx: CallerTransaction, caller: StaffCaller, { number, parts }: Sought): Promise<boolean> {
  const at = await tx.of(PersonRegister).findLastSearchOf(caller.staffId, { number, name: parts.flat() });
  return at !== undefined && isSearchFresh(at.getTime(), tx.now.getTime());
}

/** Only those whom the caller would be shown if they searched. */
async function isKnown(tx: CallerTransaction, caller: StaffCaller, { number, parts }: Sought): Promise<boolean> {
  const register = tx.of(PersonRegister);
  if (number && (await register.findByNumberHash(caller.branchId, number)).length > 0) return true;
  if (parts.length === 0) return false;
  const namesakes = await register.findByWholeName(caller.branchId, parts, MOST_NAMESAKES);
  const found = await register.findFacts(namesakes);
  return found.some((facts) => mayBeFound(facts, 'name'));
}
