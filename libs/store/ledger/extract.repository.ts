import type { Assessment, HouseParty } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import type { ExtractAct, ExtractLine } from '#domain/ledger/extract.js';
import { ExtractStore, type ExtractFacts } from '#use-cases/ledger/extract.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { consentOf, type ConsentJson } from '../gate/item.repository.js';
import { houseOf, subjectOf, type SubjectJson } from '../gate/subject-facts.js';

interface FactsRow {
  readonly subject: SubjectJson;
  readonly assessments: readonly Assessment[];
  readonly consents: readonly ConsentJson[];
  readonly childSignsFrom: number | null;
  readonly limits: TownLimits | null;
  readonly namesStaff: boolean;
}

interface LineRow {
  readonly day: string;
  readonly act: ExtractAct;
  readonly category: Category | null;
  readonly reveals_place: boolean;
  readonly is_known: boolean;
  readonly keeper: { readonly kind: string; readonly authority: string; readonly branch: string };
  readonly reader: { readonly kind: string; readonly houseName: string } | null;
  readonly role: string | null;
  readonly staff_name: string | null;
  readonly ground: string | null;
  readonly purpose: Purpose | null;
  readonly times: number;
  readonly first: Date;
  readonly last: Date;
  readonly until: Date | null;
}

/** The database decides once more for whom it is: only the person, and who has custody of them while they are a child. */
export class ExtractRepository extends ExtractStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findFacts(personId: string): Promise<ExtractFacts | undefined> {
    const rows: { facts: FactsRow | null; signed: ExtractFacts['signed'] }[] = await this.context.manager.query(
      `select caller.extract_facts($1) as facts, caller.extract_signed($1) as signed`,
      [personId],
    );
    const { facts, signed } = rows[0] ?? {};
    if (!facts || !signed) return undefined;
    return {
      subject: subjectOf(facts.subject),
      assessments: facts.assessments,
      consents: facts.consents.map(consentOf),
      childSignsFrom: facts.childSignsFrom ?? undefined,
      limits: facts.limits ?? undefined,
      namesStaff: facts.namesStaff,
      signed,
    };
  }

  async findLines(personId: string, before: string | null, days: number): Promise<ExtractLine[]> {
    const rows: LineRow[] = await this.context.manager.query(
      `select day::text, act, category, reveals_place, is_known, keeper, reader, role, staff_name, ground, purpose, times, first, last, until
       from caller.extract_lines($1, $2, $3)`,
      [personId, before, days],
    );
    return rows.map(lineOf);
  }
}

function lineOf(row: LineRow): ExtractLine {
  const reader: HouseParty | null = row.reader && houseOf({ ...row.reader, authority: '', branch: '' });
  return {
    day: row.day,
    act: row.act,
    category: row.category,
    revealsPlace: row.reveals_place,
    isKnown: row.is_known,
    keeper: houseOf(row.keeper),
    reader:
      reader && row.reader
        ? { kind: reader.kind, houseName: row.reader.houseName, role: row.role, staffName: row.staff_name }
        : null,
    ground: row.ground,
    purpose: row.purpose,
    times: row.times,
    first: row.first.getTime(),
    last: row.last.getTime(),
    until: row.until?.getTime() ?? null,
  };
}
