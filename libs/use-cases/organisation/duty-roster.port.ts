export interface ShiftFacts {
  readonly id: string;
  readonly unitId: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly rank: 'primary' | 'deputy';
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Who is on duty when; shifts are added by OrganisationStore, as an import does. */
export abstract class DutyRosterStore {
  /** Shifts of the units that touch the span, in the order of time. */
  abstract findShifts(unitIds: readonly string[], from: Date, until: Date): Promise<ShiftFacts[]>;
  abstract findShift(id: string): Promise<ShiftFacts | undefined>;
  abstract removeShift(id: string): Promise<void>;
}
