/** Half an hour is enough when each point keeps its time: points with minutes, and what is left of them by the server's clock [S0]. */
import { type Instant, MINUTE } from '../kernel/instant.js';

export interface AgendaPoint {
  readonly id: string;
  readonly minutes: number;
}

/** The hub's half hour; the words that people see stand in the catalogues under the ids. */
export const HUB_AGENDA: readonly AgendaPoint[] = [
  { id: 'purpose', minutes: 2 },
  { id: 'pictures', minutes: 12 },
  { id: 'joint-map', minutes: 6 },
  { id: 'joint-assessment', minutes: 5 },
  { id: 'decision', minutes: 4 },
  { id: 'hand-over', minutes: 1 },
];

/** The joint meeting's half hour: what each party sees and does, and what is done until next time [S0 step 4, S1]. */
export const JOINT_AGENDA: readonly AgendaPoint[] = [
  { id: 'purpose', minutes: 2 },
  { id: 'views', minutes: 12 },
  { id: 'joint-map', minutes: 6 },
  { id: 'next-steps', minutes: 8 },
  { id: 'next-time', minutes: 2 },
];

export const agendaMinutes = (points: readonly AgendaPoint[]): number =>
  points.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The same points in a meeting of another length, in whole minutes and in proportion (by highest quotients); where there
 * are more points than minutes, the shortest are left out.
 */
export const scaleAgenda = (points: readonly AgendaPoint[], minutes: number): readonly AgendaPoint[] => {
  const longest = [...points].sort((a, b) => b.minutes - a.minutes).slice(0, minutes);
  const given = new Map(longest.map(({ id }) => [id, 1]));
  const quotient = ({ id, minutes: weight }: AgendaPoint): number => weight / ((given.get(id) ?? 0) + 0.5);
  for (let left = minutes - longest.length; left > 0; left -= 1) {
    const next = longest.reduce((most, point) => (quotient(point) > quotient(most) ? point : most));
    given.set(next.id, (given.get(next.id) ?? 0) + 1);
  }
  return points.flatMap(({ id }) => {
    const own = given.get(id);
    return own === undefined ? [] : [{ id, minutes: own }];
  });
};

/** Instants are the server's; null = not yet. */
export interface Timing {
  readonly startedAt: Instant | null;
  readonly point: string | null;
  readonly pointStartedAt: Instant | null;
  readonly pausedAt: Instant | null;
  /** Time stood still since the meeting, and since the point, began. */
  readonly pausedFor: number;
  readonly pointPausedFor: number;
  readonly endedAt: Instant | null;
}

export interface AgendaClock {
  readonly running: boolean;
  /** Milliseconds left; below zero = over time. */
  readonly totalLeft: number;
  /** Null before the first point. */
  readonly pointLeft: number | null;
  /** What the points to come need beyond what is left: above zero = time must be taken from somewhere. */
  readonly behindBy: number;
  /** When the whole is up if nothing pauses again; null while it stands still. */
  readonly endsAt: Instant | null;
}

export const agendaClock = (points: readonly AgendaPoint[], timing: Timing, now: Instant): AgendaClock => {
  const whole = agendaMinutes(points) * MINUTE;
  if (timing.startedAt === null)
    return { running: false, totalLeft: whole, pointLeft: null, behindBy: 0, endsAt: null };
  const stands = timing.endedAt ?? timing.pausedAt;
  /** A clock that steps backwards shows the start, never more than there was. */
  const shown = Math.max(timing.startedAt, stands ?? now);
  const totalLeft = whole - Math.max(0, shown - timing.startedAt - timing.pausedFor);
  const place = points.findIndex(({ id }) => id === timing.point);
  const pointLeft =
    place < 0 || timing.pointStartedAt === null
      ? null
      : points[place]!.minutes * MINUTE - Math.max(0, shown - timing.pointStartedAt - timing.pointPausedFor);
  const needed = agendaMinutes(points.slice(place + 1)) * MINUTE + Math.max(0, pointLeft ?? 0);
  return {
    running: stands === null,
    totalLeft,
    pointLeft,
    behindBy: Math.max(0, needed - totalLeft),
    endsAt: stands === null ? shown + totalLeft : null,
  };
};
