import { Injectable } from '@nestjs/common';
import { placeNames } from '#domain/area/sketch.js';
import { findPersons, standing, withoutOverlaps } from '#domain/finding/find-persons.js';
import type { Finding } from '#domain/finding/finding.js';
import { namePairs } from '#domain/finding/name-pairs.js';
import { calendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { partCodes } from '#domain/person/name-phonetics.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { SearchLimit } from '../person/search-limit.port.js';
import { AreaStore } from './area.port.js';

export interface WordsWritten {
  readonly field: string;
  readonly text: string;
}

/**
 * Nobody is named in a form without persons. What the writer's own page has marked is looked for again here, and beside it
 * the people whom the writer's own house keeps, by how their names sound; nothing of the register leaves the server, and
 * what it finds costs the writer a search, so that it cannot be asked by guessing (OSL 26:1; ASVS 2.4.1).
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
    const found = await this.asCaller.run(caller, async (tx) => {
      const { sketch } = await tx.of(AreaStore).getSettings(caller.municipalityId);
      const places = sketch ? placeNames(sketch) : [];
      const today = { year: calendarDate(civilDayOf(tx.now.getTime())).year };
      const all: { field: string; findings: readonly Finding[] }[] = [];
      for (const { field, text } of filled) {
        const plain = findPersons(text, { today, places });
        const known = await this.known(tx, caller, text, plain);
        all.push({ field, findings: standing(withoutOverlaps([...plain, ...known]), noPerson) });
      }
      return all.filter(({ findings }) => findings.length > 0);
    });
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

  private async known(
    tx: CallerTransaction,
    caller: StaffCaller,
    text: string,
    plain: readonly Finding[],
  ): Promise<readonly Finding[]> {
    const sure = plain.filter(({ severity }) => severity === 'points');
    const pairs = namePairs(text).filter((pair) => !sure.some(({ from, to }) => pair.from < to && from < pair.to));
    if (pairs.length === 0 || (await this.limit.spend(caller.staffId)) > 0) return [];
    const hashes = (names: readonly string[]): Buffer[] =>
      [...new Set(names.flatMap(partCodes))].map((code) => this.lookup.ofNamePart(code));
    const known = await tx.of(AreaStore).findKnown(pairs.map(({ names }) => [hashes(names[0]), hashes(names[1])]));
    return pairs
      .filter((_, at) => known.includes(at))
      .map(({ from, to }) => ({
        from,
        to,
        text: text.slice(from, to),
        kind: 'known',
        why: 'known',
        severity: 'points',
      }));
  }
}

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
