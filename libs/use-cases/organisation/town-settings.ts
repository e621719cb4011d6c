/** What a town's file says that stands in the municipality's own row, and the lines in the ledger for what is limited by it. */
import { keepLimits, type KeptLimits, type LimitChange } from '#domain/disclosure/town-limits.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { TownDefinition } from './town-definition.js';

type Settings = Readonly<Record<string, unknown>>;

/** What the file says nothing of stays as it is set. */
export const settingsOf = (town: TownDefinition, before: Settings, now: Date): Settings => ({
  ...before,
  population: town.population ?? null,
  forms: town.forms ?? [],
  ...(town.family ? { family: town.family } : {}),
  ...(town.calendar ? { calendar: town.calendar } : {}),
  ...(town.area ? { area: town.area } : {}),
  ...(town.instruments ? { instruments: town.instruments } : {}),
  ...(town.consentMonths === undefined ? {} : { consentMonths: town.consentMonths }),
  ...keepLimits(before as KeptLimits, town, now.toISOString()),
});

/** Each by itself, in closed words: why stands in the settings, who did it in the line. */
export function recordLimits(
  tx: CallerTransaction,
  municipalityId: string,
  changes: readonly LimitChange[],
): Promise<void> {
  return tx.of(LedgerStore).record(
    changes.map(({ what, before, after, isReworded }) => ({
      action: 'change',
      outcome: 'done',
      municipalityId,
      detail:
        what === 'childSignsFrom'
          ? { setting: what, before, after, ...(isReworded ? { reworded: true } : {}) }
          : { setting: 'ground', ground: what, before, after, ...(isReworded ? { reworded: true } : {}) },
    })),
  );
}
