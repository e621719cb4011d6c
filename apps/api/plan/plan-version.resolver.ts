import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AdoptPlan } from '#use-cases/plan/adopt-plan.js';
import { drawingIn } from '#use-cases/plan/drawn.js';
import {
  ReadPlanVersions,
  type ShownDifference,
  type ShownLine,
  type VersionsPage,
} from '#use-cases/plan/read-plan-versions.js';
import { Requires } from '../guard/requires.js';
import { personShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';
import { MarksInput } from '../hub/marks.inputs.js';
import { drawingShown } from './drawing.model.js';
import { PlanDifference, type PlanVersionLine, PlanVersions } from './plan-version.model.js';

const WORDS = 10_000;
const WORD = 40;

@InputType()
export class AnswerPlanInput extends MarksInput {
  @Field(() => ID) @IsUUID() answerId!: string;
  @Field({ description: 'yes or no.' }) @IsString() @MaxLength(WORD) answer!: string;
  @Field({ defaultValue: '', description: 'What has to be otherwise, or what they want to add.' })
  @IsString()
  @MaxLength(WORDS)
  words!: string;
  @Field(() => String, {
    nullable: true,
    description: 'How somebody of the family said it: meeting, phone or writing.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  how?: string | null;
}

@Resolver(() => PlanVersions)
export class PlanVersionResolver {
  constructor(
    private readonly reading: ReadPlanVersions,
    private readonly adopting: AdoptPlan,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => PlanVersions, { description: 'The versions of a group’s plan, with everyone’s yes and no.' })
  async planVersions(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<PlanVersions> {
    return versionsShown(await this.reading.run(caller, groupId));
  }

  @Requires('take-part-in-meeting')
  @Query(() => [PlanDifference], { description: 'What is otherwise between two versions of a plan.' })
  async planComparison(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('before', { type: () => Int }) before: number,
    @Args('after', { type: () => Int, nullable: true, description: 'Absent: the plan as it stands.' })
    after?: number | null,
  ): Promise<PlanDifference[]> {
    return (await this.reading.compare(caller, { groupId, before, after: after ?? null })).map(differenceShown);
  }

  @Requires('manage-groups')
  @Mutation(() => Int, { description: 'Puts a plan forward as a version, for everyone’s yes.' })
  async putPlanForward(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<number> {
    return (await this.adopting.putForward(caller, groupId)).number;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Says yes or no to a version, or writes down what the family has said.' })
  async answerPlan(@CurrentCaller() caller: StaffCaller, @Args('input') input: AnswerPlanInput): Promise<boolean> {
    await this.adopting.answer(caller, { ...input, how: input.how ?? null });
    return true;
  }
}

const versionsShown = ({ groupId, caseNumber, mayPutForward, takenOut, versions }: VersionsPage): PlanVersions => ({
  groupId,
  caseNumber,
  mayPutForward,
  takenOut: [...takenOut],
  versions: versions.map(({ number, state, putByName, putAt, answers }) => ({
    ...{ number, state, putByName, putAt },
    answers: answers.map(({ person, said, ...answer }) => ({
      ...answer,
      person: person && personShown(person),
      words: said?.content.text ?? null,
    })),
  })),
});

const differenceShown = ({ before, after, changed, ...difference }: ShownDifference): PlanDifference => ({
  ...difference,
  changed: [...changed],
  before: before && lineShown(before),
  after: after && lineShown(after),
});

const lineShown = ({ item, state, ownerName, startsOn, followUpOn }: ShownLine): PlanVersionLine => ({
  text: item.content.text,
  drawing: drawingShown(drawingIn(item)),
  ...{ state, ownerName, startsOn, followUpOn },
});
