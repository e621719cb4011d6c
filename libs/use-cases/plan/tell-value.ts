import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { LONGEST_NEWS } from '#domain/plan/plan-news.js';
import {
  decideValue,
  figureWords,
  mostOf,
  type Measured,
  type ValueDecision,
  type ValueFault,
} from '#domain/plan/plan-series.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { FormFaults } from '../organisation/form-faults.js';
import { subjectsOf } from '../share/tellables.js';
import { NO_MARKS, sayAnew, sayItem } from '../share/what-it-says.js';
import { audienceOf, audienceOfSaying, giveToSeats } from './give-to-seats.js';
import { noteNews } from './note-news.js';
import { PlanNewsStore } from './plan-news.port.js';
import { PlanStore, type PlanEntryRow } from './plan.port.js';
import { openPlan, type OpenPlan } from './require-plan.js';

const FAULTS: Readonly<Record<ValueFault['code'], string>> = {
  'date-missing': 'DATE_MISSING',
  'in-future': 'NOT_THERE_YET',
  required: 'REQUIRED',
  'no-figure': 'NO_FIGURE',
  'no-whole-figure': 'NO_WHOLE_FIGURE',
  'too-much': 'FIGURE_TOO_HIGH',
};

type SeriesRow = PlanEntryRow & { readonly measured: Measured };

/**
 * Tells a figure of a series that the parties have agreed on: an item of the house that tells it, of the kind that the series
 * is and given to those who have that. A figure that was wrong is put right, and what it was stays in its versions ([S1]).
 */
@Injectable()
export class TellValue {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  tell(
    caller: StaffCaller,
    told: { readonly seriesId: string; readonly on: string; readonly value: string },
  ): Promise<{ readonly valueId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { series, open } = await this.requireSeries(tx, caller, told.seriesId);
      if (!mayTell(caller, open.leads, series)) throw new Failure('ANOTHER_TELLS');
      const { period, value } = decide(tx, told, series.measured);
      const [item] = await tx.of(ItemStore).findSealed([series.itemId]);
      if (!item) throw notFound();
      const { group } = open;
      const itemId = await sayItem(tx, this.seal, {
        caseId: group.caseId,
        category: item.category,
        form: group.form,
        phase: 'measures',
        revealsPlace: item.revealsPlace,
        subjectIds: await subjectsOf(tx, group.personId, [], { of: item.subjects.map(({ id }) => id) }),
        content: contentOf({ period, value }, series.measured),
      });
      const id = tx.newId();
      const row = { id, seriesId: series.id, period, itemId, groupId: group.id, caseId: group.caseId };
      if (!(await tx.of(PlanNewsStore).addValue(row)))
        throw new InvalidInput([{ field: 'on', code: 'FIGURE_IS_THERE' }]);
      await giveToSeats(tx, caller, open, [itemId], await audienceOfSaying(tx, series.itemId));
      await noteNews(tx, open, { id, itemId }, 'figure-told');
      return { valueId: id };
    });
  }

  correct(
    caller: StaffCaller,
    of: {
      readonly valueId: string;
      readonly itemVersion: number;
      readonly value: string;
      /** Another day or week than it was told for; null where that was right. */
      readonly on: string | null;
      readonly why: string;
    },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const told = await tx.of(PlanNewsStore).findValue(of.valueId);
      if (!told) throw notFound();
      const { series, open } = await this.requireSeries(tx, caller, told.seriesId);
      if (told.byBranch !== caller.branchId) throw new Failure('NOT_YOUR_FIGURE');
      const why = whyOf(of.why);
      const { period, value } = decide(tx, { on: of.on ?? told.period, value: of.value }, series.measured);
      const { itemId } = told;
      const words = {
        itemId,
        expectedVersion: of.itemVersion,
        content: contentOf({ period, value, why }, series.measured),
      };
      if (!(await sayAnew(tx, this.seal, words, NO_MARKS))) throw new Failure('CONFLICT');
      const isMoved = period !== told.period;
      if (isMoved && !(await tx.of(PlanNewsStore).moveValue(told.id, period)))
        throw new InvalidInput([{ field: 'on', code: 'FIGURE_IS_THERE' }]);
      await giveToSeats(tx, caller, open, [itemId], await audienceOf(tx, { itemId, opens: false, owner: null }));
      await noteNews(tx, open, told, isMoved ? 'figure-moved' : 'figure-corrected');
    });
  }

  private async requireSeries(
    tx: CallerTransaction,
    caller: StaffCaller,
    seriesId: string,
  ): Promise<{ readonly series: SeriesRow; readonly open: OpenPlan }> {
    const series = await tx.of(PlanStore).findEntry(seriesId);
    if (!series?.measured) throw notFound();
    const open = await openPlan(tx, caller, series.groupId, this.forms);
    if (series.state !== 'standing') throw new Failure('ENTRY_IS_OVER');
    return { series: { ...series, measured: series.measured }, open };
  }
}

/** Whoever was to tell it, with their house; and the house that leads, which may have heard it on the telephone. */
export const mayTell = (
  caller: Pick<StaffCaller, 'branchId'>,
  leads: boolean,
  series: Pick<PlanEntryRow, 'ownerBranchId'>,
): boolean => leads || series.ownerBranchId === caller.branchId;

function decide(
  tx: CallerTransaction,
  { on, value }: { readonly on: string; readonly value: string },
  measured: Measured,
): { readonly period: string; readonly value: number } {
  const today = civilDayOf(tx.now.getTime());
  const decision: ValueDecision = decideValue({ on: parseCivilDay(on), value }, measured, today);
  if (decision.outcome === 'refused')
    throw new InvalidInput(
      decision.faults.map(({ field, code }) => ({ field, code: FAULTS[code], values: { most: mostOf(measured) } })),
    );
  return { period: formatCivilDay(decision.period), value: decision.value };
}

function whyOf(written: string): string {
  const faults = new FormFaults();
  const why = faults.words('why', written, LONGEST_NEWS);
  faults.tell();
  return why;
}

/** Said so that it can be read by itself, wherever an item is read; its day stands in it too, as the row has but the newest. */
const contentOf = (
  {
    period,
    value,
    why,
  }: {
    readonly period: string;
    readonly value: number;
    /** Of what was put right. */
    readonly why?: string;
  },
  { unit }: Pick<Measured, 'unit'>,
) => ({
  text: `${figureWords(value, unit)} · ${period}`,
  data: { value, period, ...(why === undefined ? {} : { why }) },
});
