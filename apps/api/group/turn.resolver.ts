import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { missingParties } from '#domain/group/missing-parties.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { GroupRow } from '#use-cases/group/group.port.js';
import { LookAtGroup } from '#use-cases/group/look-at-group.js';
import type { SeatToTurn, TurnPlan } from '#use-cases/group/plan-turn.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { TurnGroup } from '#use-cases/group/turn-group.js';
import { timeShown } from '../form/form-shown.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { Group } from './group.model.js';
import { groupShown } from './group-shown.js';
import { GroupTurn, LookAtGroupInput, TurnGroupInput, TurnSeat } from './turn.model.js';

@Resolver(() => GroupTurn)
export class TurnResolver {
  constructor(
    private readonly read: ReadGroup,
    private readonly turning: TurnGroup,
    private readonly looking: LookAtGroup,
  ) {}

  @Requires('manage-groups')
  @Query(() => GroupTurn, { description: 'What a group of my house would become as another form’s.' })
  async groupTurn(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('into') into: string,
  ): Promise<GroupTurn> {
    const { group, plan } = await this.turning.preview(caller, groupId, into);
    return turnShown(group, plan);
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'Lets joint work go on as another form’s group; answers the new one.' })
  async turnGroup(@CurrentCaller() caller: StaffCaller, @Args('input') input: TurnGroupInput): Promise<Group> {
    const { groupId } = await this.turning.run(caller, { ...input, outsideAges: input.outsideAges ?? null });
    return groupShown(await this.read.run(caller, groupId));
  }

  @Requires('manage-groups')
  @Mutation(() => Group, { description: 'The hub has looked at the work again.' })
  async lookAtGroup(@CurrentCaller() caller: StaffCaller, @Args('input') input: LookAtGroupInput): Promise<Group> {
    await this.looking.run(caller, input);
    return groupShown(await this.read.run(caller, input.groupId));
  }
}

const seatShown = ({ member, decision }: SeatToTurn): TurnSeat => ({
  staffId: member.staffId,
  name: member.name,
  unitName: member.unitName,
  branchName: member.branchName,
  houseKind: member.house.kind,
  mandate: member.mandate,
  follows: decision.outcome === 'member',
  terms: decision.outcome === 'member' ? decision.terms : decision.code,
  source: decision.outcome === 'refused' ? decision.source : null,
});

/** Reasons are written as it is done, so that they are not what is lacking before. */
function turnShown(group: GroupRow, plan: TurnPlan): GroupTurn {
  const { into, decision, follow, stay, situation, monitoring } = plan;
  const passed = decision.outcome === 'turned' ? decision.passed : [];
  return {
    groupId: group.id,
    version: group.version,
    kind: into.kind,
    formName: into.name,
    groundSource: into.ground.source,
    caseId: group.caseId,
    consentId: situation.consentId,
    lacks: decision.outcome === 'turned' ? (plan.full === null ? [] : ['room']) : [...decision.lacks],
    missing: missingParties(
      into.parties,
      follow.map(({ member }) => member.house.kind),
    ).map((kinds) => ({ kinds: [...kinds] })),
    seats: [...follow, ...stay].map(seatShown),
    guests: plan.guests.length,
    told: plan.longer.map((one) => ({ ...one })),
    passed: into.steps.filter(({ step }) => passed.includes(step)).map(({ name }) => name),
    asksAges: plan.asksAges,
    monitoring: monitoring && timeShown(monitoring),
  };
}
