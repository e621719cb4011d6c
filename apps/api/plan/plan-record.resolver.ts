import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { TakeOutPlan } from '#use-cases/plan/take-out-plan.js';
import { Requires } from '../guard/requires.js';
import { RecordKind } from '../minutes/minutes.model.js';
import { previewShown } from '../minutes/minutes-shown.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'What a file of a plan would hold if it were taken out now, and for whom.' })
export class PlanRecordPreview {
  @Field() houseName!: string;
  @Field() readerName!: string;
  @Field() readerTitle!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name at the head of it; null where the reader may not have it.',
  })
  about!: string | null;
  @Field(() => [RecordKind]) holds!: RecordKind[];
  @Field(() => Int) things!: number;
}

@Resolver()
export class PlanRecordResolver {
  constructor(private readonly out: TakeOutPlan) {}

  @Requires('take-part-in-meeting')
  @Query(() => PlanRecordPreview, { description: 'What a file of a group’s plan would hold, before it is taken out.' })
  async planRecordPreview(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<PlanRecordPreview> {
    const { things, ...forWhom } = await this.out.preview(caller, groupId);
    return { ...forWhom, ...previewShown(things) };
  }
}
