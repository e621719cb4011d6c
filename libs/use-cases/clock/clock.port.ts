/** The movable clock of a demonstration; anywhere else its table does not exist. */
export abstract class MovableClock {
  /** Moves it by so many minutes and answers the new time; the sessions open now move along. */
  abstract move(minutes: number): Promise<Date>;
  /** Back to real time; answers by how many minutes it had been ahead, and the time. */
  abstract reset(): Promise<Date>;
  abstract read(): Promise<{ readonly now: Date; readonly aheadMinutes: number }>;
}
