import { Injectable } from '@nestjs/common';
import { placeNames } from '#domain/area/sketch.js';
import { findPersons, withoutOverlaps } from '#domain/finding/find-persons.js';
import { type Finding, standing } from '#domain/finding/finding.js';
import { namePairs } from '#domain/finding/name-pairs.js';
import { calendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { partCodes } from '#domain/person/name-phonetics.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { SearchLimit } from '../person/search-limit.port.js';
import { AreaStore, type NamePair } from './area.port.js';

export interface WordsWritten {
  readonly field: string;
  readonly text: string;
}

/** Two names side by side in a field, with the keyed hashes that the register is asked by. */
interface AskedPair {
  readonly field: string;
  readonly finding: Finding;
  readonly hashes: NamePair;
}

/** A few words about a place hold no more pairs that could be names; who writes more is asking, not telling. */
const MOST_PAIRS = 4;

/**
 * Nobody is named in a form without persons. What the writer's own page has marked is looked for again here, and beside it
 * the people whom the writer's own house keeps, by how their names sound. Each pair of names that the register is asked
 * about costs a search and leaves its line, found or not, as any search does; when none is left nothing is let through
 * unasked (OSL 26:1; ASVS 2.4.1). Whoever calls has asked before whether the writer may write there at all.
 */
@Injectable()
export class CheckWords {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly lookup: LookupHash,
    private readonly limit: SearchLimit,
    private readonly appender: LedgerAppender,
  ) {}

  /** Throws InvalidInput with what points at a person. `noPerson`: words of which the writer says that they name nobody. */
  async run(caller: StaffCaller, written: readonly WordsWritten[], noPerson: readonly string[]): Promise<void> {
    const filled = written.filter(({ text }) => text !== '');
    if (filled.length === 0) return;
    const plain = await this.findPlain(caller, filled);
    const pairs = plain.flatMap(({ field, text, findings }) => this.pairsOf(field, text, findings));
    if (pairs.length > MOST_PAIRS) throw tooManyPairs(pairs);
    await this.spend(caller, pairs);
    const known = pairs.length === 0 ? [] : await this.findKnown(caller, pairs);
    const found = plain
      .map(({ field, findings }) => {
        const own = known.flatMap((pair) => (pair.field === field ? [pair.finding] : []));
        return { field, findings: standing(withoutOverlaps([...findings, ...own]), noPerson) };
      })
      .filter(({ findings }) => findings.length > 0);
    if (found.length === 0) return;
    const kinds = [...new Set(found.flatMap(({ findings }) => findings.map(({ kind }) => kind)))];
    await this.appender.append(caller, [
      {
        action: 'refuse',
        outcome: 'refuse',
        ground: 'no-person-data',
        detail: { words: kinds.join(' '), found: found.reduce((sum, { findings }) => sum + findings.length, 0) },
      },
    ]);
    throw new InvalidInput(found.map(faultOf));
  }

  private findPlain(
    caller: StaffCaller,
    written: readonly WordsWritten[],
  ): Promise<readonly (WordsWritten & { readonly findings: readonly Finding[] })[]> {
    return this.asCaller.run(caller, async (tx) => {
      const { sketch } = await tx.of(AreaStore).getSettings(caller.municipalityId);
      const places = sketch ? placeNames(sketch) : [];
      const today = { year: calendarDate(civilDayOf(tx.now.getTime())).year };
      return written.map((one) => ({ ...one, findings: findPersons(one.text, { today, places }) }));
    });
  }

  private pairsOf(field: string, text: string, plain: readonly Finding[]): readonly AskedPair[] {
    const sure = plain.filter(({ severity }) => severity === 'points');
    const hashes = (names: readonly string[]): Buffer[] =>
      [...new Set(names.flatMap(partCodes))].map((code) => this.lookup.ofNamePart(code));
    return namePairs(text)
      .filter((pair) => !sure.some(({ from, to }) => pair.from < to && from < pair.to))
      .map(({ from, to, names }) => ({
        field,
        finding: { from, to, text: text.slice(from, to), kind: 'known', why: 'known', severity: 'points' },
        hashes: [hashes(names[0]), hashes(names[1])],
      }));
  }

  /** One search for each pair, all paid before the first is asked about. */
  private async spend(caller: StaffCaller, pairs: readonly AskedPair[]): Promise<void> {
    for (const { field } of pairs) {
      const wait = await this.limit.spend(caller.staffId);
      if (wait === 0) continue;
      await this.appender.append(caller, [
        { action: 'search', outcome: 'refuse', ground: 'search-limit', detail: { waitSeconds: wait } },
      ]);
      throw new Failure('SEARCHES_TOO_MANY', field, { minutes: Math.ceil(wait / 60) });
    }
  }

  /** Those that somebody bears whom the own house keeps. The answer stands only with its lines. */
  private findKnown(caller: StaffCaller, pairs: readonly AskedPair[]): Promise<readonly AskedPair[]> {
    return this.asCaller.run(caller, async (tx) => {
      const known = await tx.of(AreaStore).findKnown(pairs.map(({ hashes }) => hashes));
      await tx.of(LedgerStore).record(
        pairs.map(({ hashes }, at) => ({
          action: 'search',
          outcome: 'done',
          ground: 'no-person-data',
          detail: {
            by: 'name',
            asked: hashes
              .flat()
              .map((hash) => hash.toString('base64url'))
              .join(' '),
            found: known.includes(at) ? 1 : 0,
          },
        })),
      );
      return pairs.filter((_, at) => known.includes(at));
    });
  }
}

const tooManyPairs = (pairs: readonly AskedPair[]): InvalidInput =>
  new InvalidInput(
    [...new Map(pairs.map((pair) => [pair.field, pair]))].map(([field, { finding }]) => ({
      field,
      code: 'NAMES_LIKELY_TOO_MANY',
      values: { most: MOST_PAIRS, words: finding.text },
    })),
  );

/** One sentence for the field, the surest first; the page has one for each of the places. */
function faultOf({ field, findings }: { field: string; findings: readonly Finding[] }): FieldFault {
  const sure = findings.filter(({ severity }) => severity === 'points');
  const [first] = sure.length > 0 ? sure : findings;
  return {
    field,
    code: sure.length > 0 ? 'POINTS_AT_A_PERSON' : 'MAY_POINT_AT_A_PERSON',
    values: { words: first?.text ?? '' },
    spans: findings.map(({ from, to, kind, why, severity }) => ({ from, to, kind, why, severity })),
  };
}
