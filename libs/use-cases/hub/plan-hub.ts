/** What a convened hub would be now: when, who answers for each unit, who leads and decides; the same for proposal and deed. */
import { isAtWork } from '#domain/calendar/work-hours.js';
import { chooseHubSlot, EXTRA_MINUTES, type ChosenSlot } from '#domain/hub/choose-hub-slot.js';
import { mandateOf, type MandateFacts } from '#domain/hub/hub-mandate.js';
import { chooseRepresentatives, type Representatives } from '#domain/hub/choose-representatives.js';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';
import { isInForce } from '#domain/organisation/in-force.js';
import { hasCapability } from '#domain/organisation/role.js';
import { decideReportStep } from '#domain/report/report-states.js';
import { dueIfOpened } from '../deadline/open-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { HubStore, type HouseUnit, type HousePost, type HubCase, type HubHouse } from './hub.port.js';

export interface HubPlan {
  readonly slot: ChosenSlot;
  readonly minutes: number;
  readonly videoUrl: string | null;
  readonly units: readonly { readonly unit: HouseUnit; readonly answers: Representatives }[];
  /** Who can lead the meeting, and who can decide: the likeliest first. */
  readonly leaders: readonly HousePost[];
  readonly deciders: readonly HousePost[];
  readonly posts: readonly HousePost[];
}

export async function planHub(tx: CallerTransaction, caller: StaffCaller, file: HubCase): Promise<HubPlan> {
  const house = await tx.of(HubStore).getHouse(file.branchId);
  const now = tx.now.getTime();
  // Only times leave the service: whom another hub is about is not told.
  const taken = await tx.asService('reception', (service) =>
    service.of(HubStore).findTaken(file.branchId, new Date(now - DAY), new Date(now + 30 * DAY)),
  );
  const slot = chooseHubSlot({
    slots: house.slots,
    deadline: file.dueAt?.getTime() ?? now,
    now,
    closed: house.calendar.closed,
    taken: taken
      .filter(({ state }) => state !== 'closed')
      .map(({ startsAt, minutes }) => ({ from: startsAt.getTime(), until: startsAt.getTime() + minutes * MINUTE })),
    known: await dueIfOpened(tx, {
      kind: 'unit-knowledge',
      caseId: file.id,
      ownerUnitId: caller.unitId,
      startsAt: tx.now,
    }),
  });
  const standing = house.slots.find(({ id }) => id === slot.slot);
  // Who leads is there when it begins, and who decides before it ends: a shift that begins then is none of it.
  const then = { house, caller, now };
  const decided = slot.ends - 1;
  return {
    slot,
    minutes: standing?.minutes ?? EXTRA_MINUTES,
    videoUrl: (standing ?? house.slots.find(({ videoUrl }) => videoUrl !== null))?.videoUrl ?? null,
    units: house.units
      .filter(({ answersHub }) => answersHub)
      .map((unit) => ({ unit, answers: answersFor(house, unit.id, now, isAtWork(house.calendar, now)) })),
    leaders: nearest({ ...then, able: ({ role }) => hasCapability(role, 'lead-meeting'), at: slot.starts }),
    deciders: nearest({
      ...then,
      able: (post) => mandateOfPost(house, post, new Date(decided)).length > 0,
      at: decided,
    }),
    posts: house.posts,
  };
}

/** `atWork` false: what is asked cannot wait until the town is at work again. */
export const answersFor = (house: HubHouse, unit: string, at: number, atWork = true): Representatives =>
  chooseRepresentatives({
    unit,
    posts: house.posts
      .filter(({ role }) => role === 'unit-representative')
      .map(({ unitId, staffId, rank }) => ({ unit: unitId, member: staffId, rank })),
    duties: house.duties,
    emergencyService: emergencyService(house),
    atWork,
    at,
  });

const emergencyService = (house: HubHouse): string | null =>
  house.units.find(({ kind }) => kind === 'emergency')?.id ?? null;

const mandateFacts = (house: HubHouse, at: Date): MandateFacts => ({
  duties: house.duties,
  emergencyService: emergencyService(house),
  calendar: house.calendar,
  at: at.getTime(),
});

/** What the holder of a post may decide in the house's hubs now. */
export const mandateOfPost = (house: HubHouse, post: HousePost, at: Date): readonly DecisionKind[] =>
  mandateOf({ member: post.staffId, unit: post.unitId, role: post.role }, mandateFacts(house, at));

/** The same of the caller, in the post that they act in. */
export const mandateIn = (house: HubHouse, caller: StaffCaller, at: Date): readonly DecisionKind[] =>
  mandateOf({ member: caller.staffId, unit: caller.unitId, role: caller.role }, mandateFacts(house, at));

interface Wanted {
  readonly house: HubHouse;
  readonly caller: StaffCaller;
  readonly now: number;
  readonly able: (post: HousePost) => boolean;
  /** When they are needed. */
  readonly at: number;
}

/**
 * The caller first, then the caller's own unit: who is nearest the case. Whoever is off duty at the hour of the meeting comes
 * last: by night those who sleep, by day those who had the night.
 */
function nearest({ house, caller, now, able, at }: Wanted): readonly HousePost[] {
  const atWork = isAtWork(house.calendar, at);
  const night = emergencyService(house);
  const onDuty = new Set(house.duties.filter((duty) => isInForce(duty, at)).map(({ member }) => member));
  const isAway = ({ staffId, unitId }: HousePost): number => {
    if (onDuty.has(staffId)) return 0;
    // Whoever convenes a meeting of the same night, or of working hours in working hours, will be there.
    if (staffId === caller.staffId && atWork === isAtWork(house.calendar, now)) return 0;
    return !atWork || unitId === night ? 1 : 0;
  };
  const nearness = (post: HousePost): number =>
    post.staffId === caller.staffId && post.unitId === caller.unitId ? 0 : post.unitId === caller.unitId ? 1 : 2;
  const posts = house.posts
    .filter(able)
    .map((post, place) => ({ post, place }))
    .sort((a, b) => isAway(a.post) - isAway(b.post) || nearness(a.post) - nearness(b.post) || a.place - b.place)
    .map(({ post }) => post);
  return posts.filter((post, at) => posts.findIndex(({ staffId }) => staffId === post.staffId) === at);
}

/** A green case needs no hub, an ended one gets none, and one hub at a time is enough (report states; [S0]). */
export function requireConvenable(file: HubCase): void {
  if (file.openHubId !== null) throw new Failure('HUB_ALREADY_CONVENED');
  if (file.grade === null) throw new Failure('HUB_NEEDS_GRADE');
  // Decided "more now": the case is still in the hub, and a new meeting goes on where the last one ended.
  if (file.state === 'in-hub' && file.grade !== 'green') return;
  const step = decideReportStep(
    {
      state: file.state === 'graded' ? 'graded' : 'closed-without-action',
      protectionAssessed: file.protectionAssessed,
      grade: file.grade,
    },
    'convene-hub',
  );
  if (step.outcome === 'moved') return;
  throw new Failure(step.code === 'green-needs-no-hub' ? 'GREEN_NEEDS_NO_HUB' : 'HUB_NOT_FROM_HERE');
}
