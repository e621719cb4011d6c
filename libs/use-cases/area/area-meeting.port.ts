type AreaMeetingState = 'planned' | 'held' | 'called-off';

export interface AreaMeetingRow {
  readonly id: string;
  readonly groupId: string;
  readonly branchId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly room: string | null;
  /** The room and its site, as the town calls them. */
  readonly roomName: string | null;
  readonly videoUrl: string | null;
  readonly state: AreaMeetingState;
  readonly convenedBy: string;
  /** Of a group that leads others, and has no weeks. */
  readonly ofBoard: boolean;
  readonly version: number;
}

export interface AreaAttendanceRow {
  readonly meetingId: string;
  readonly memberId: string;
  readonly wasThere: boolean;
}

/** When groups about places meet; no words, so that nothing points at a person. */
export abstract class AreaMeetingStore {
  abstract add(
    meeting: Omit<AreaMeetingRow, 'roomName' | 'state' | 'version' | 'convenedBy' | 'ofBoard'>,
  ): Promise<void>;
  abstract find(id: string): Promise<AreaMeetingRow | undefined>;
  /** Of a group from an instant on, the soonest first. */
  abstract findOfGroup(groupId: string, from: Date): Promise<AreaMeetingRow[]>;
  /** That the caller sits in or has called, and that are not called off. */
  abstract findMine(from: Date, until: Date): Promise<AreaMeetingRow[]>;
  /** False when it has changed since that version, or is not ahead any more. */
  abstract change(
    id: string,
    expectedVersion: number,
    to: Pick<AreaMeetingRow, 'startsAt' | 'room' | 'videoUrl' | 'state'>,
  ): Promise<boolean>;
  abstract addAttendance(of: AreaAttendanceRow): Promise<void>;
  abstract findAttendance(meetingIds: readonly string[]): Promise<AreaAttendanceRow[]>;
}
