import type { Form } from '#domain/disclosure/vocabulary.js';
import type { Named } from '#domain/form/form.js';
import type { PointKind } from '#domain/meeting/meeting-point.js';
import type { HubFacts } from '../hub/hub.port.js';

/** A meeting of a group, as the group's page lists it. */
export type GroupMeetingFacts = HubFacts & { readonly groupId: string; readonly meetingKind: string };

/** A point of a meeting; its words are an item, or the form's own name. */
export interface MeetingPointRow {
  readonly id: string;
  readonly hubId: string;
  readonly place: number;
  readonly kind: PointKind;
  readonly name: Named | null;
  readonly itemId: string | null;
  readonly minutes: number;
  readonly audience: 'professionals' | 'everyone';
  readonly byStaff: string;
  readonly byBranch: string;
}

/** A group's meetings and what they go through. */
export abstract class GroupMeetingStore {
  /** Those that the caller may see, the latest first. */
  abstract findOfGroup(groupId: string): Promise<GroupMeetingFacts[]>;
  /** Who was called to meetings of the group that are held and whose minutes are kept, with the last time at which any are fixed. */
  abstract findSatUntilFixed(
    groupId: string,
  ): Promise<{ readonly staffId: string; readonly branchId: string; readonly fixesAt: Date }[]>;
  /** What is planned goes on as another group's meeting, in that group's form. */
  abstract passOn(groupId: string, to: { readonly groupId: string; readonly form: Form }): Promise<void>;
  /** In their order, without what was taken away. */
  abstract findPoints(hubId: string): Promise<MeetingPointRow[]>;
  abstract placePoint(id: string, place: number): Promise<void>;
  abstract timePoint(id: string, minutes: number): Promise<void>;
  abstract removePoint(id: string): Promise<void>;
  /** Open deadlines of a case that fall before an instant, in kinds and times; the meeting's own are absent. */
  abstract findDue(caseId: string, before: Date): Promise<{ readonly kind: string; readonly dueAt: Date }[]>;
  /** Meetings that have not begun get another leader. */
  abstract handOver(groupId: string, from: string, to: string): Promise<void>;
  abstract addPoint(point: Omit<MeetingPointRow, 'byStaff' | 'byBranch'>): Promise<void>;
}
