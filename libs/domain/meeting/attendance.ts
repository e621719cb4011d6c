/** Who took part in the meeting and when, for the record: a hand-over names its participants with their times [S0]. */
import type { Instant } from '../kernel/instant.js';
import type { MeetingEvent } from './meeting-event.js';

export interface Stay {
  readonly from: Instant;
  readonly until: Instant;
}

export interface Attendance {
  readonly member: string;
  readonly unit: string;
  readonly stays: readonly Stay[];
}

/** Only what lies within the meeting counts: to look into the lobby is not to take part. */
export const attendanceOf = (events: readonly MeetingEvent[]): readonly Attendance[] => {
  const started = events.find(({ kind }) => kind === 'MeetingStarted')?.at;
  if (started === undefined) return [];
  const ended = events.find(({ kind }) => kind === 'MeetingClosed')?.at ?? events.at(-1)?.at ?? started;
  const units = new Map<string, string>();
  const here = new Map<string, Instant>();
  const stays = new Map<string, Stay[]>();
  const leave = (member: string, at: Instant): void => {
    const from = here.get(member);
    here.delete(member);
    if (from === undefined) return;
    const stay = { from: Math.max(from, started), until: Math.min(at, ended) };
    if (stay.until > stay.from || (stay.until === stay.from && from <= ended && at >= started))
      stays.set(member, [...(stays.get(member) ?? []), stay]);
  };
  for (const event of events) {
    if (event.kind === 'MemberArrived') {
      units.set(event.member, event.unit);
      if (!here.has(event.member)) here.set(event.member, event.at);
    }
    if (event.kind === 'MemberLeft') leave(event.member, event.at);
  }
  for (const member of [...here.keys()]) leave(member, ended);
  return [...stays].map(([member, own]) => ({ member, unit: units.get(member) ?? '', stays: own }));
};
