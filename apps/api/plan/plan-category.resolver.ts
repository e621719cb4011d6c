import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ChangeCategory } from '#use-cases/plan/change-category.js';
import { Requires } from '../guard/requires.js';
import { HouseAtTable } from '../hub/joint.model.js';
import { CurrentCaller } from '../session/current-caller.js';

const WORDS = 10_000;
const WORD = 40;

@ObjectType({ description: 'Who sees something in a plan, and who will once it is of another kind.' })
export class CategoryReader extends HouseAtTable {
  @Field({ description: 'Sent back with the change, where somebody comes to see it: that it was said before.' })
  key!: string;
  @Field({ description: 'Sees it as it is now.' }) saw!: boolean;
}

@InputType()
export class ChangePlanCategoryInput {
  @Field(() => ID) @IsUUID() entryId!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsString() @MaxLength(WORD) category!: string;
  @Field({ description: 'For the own house.' }) @IsString() @MaxLength(WORDS) reason!: string;
  @Field(() => [String], {
    defaultValue: [],
    description: 'Keys of those who come to see it, as `planCategoryReaders` has said: nobody beside them does.',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(WORD, { each: true })
  announced!: string[];
}

/** What something in a plan is about is put right, with who will see it said before. */
@Resolver()
export class PlanCategoryResolver {
  constructor(private readonly changing: ChangeCategory) {}

  @Requires('take-part-in-meeting')
  @Query(() => [CategoryReader], { description: 'Who sees it now, and who will once it is of this kind.' })
  async planCategoryReaders(
    @CurrentCaller() caller: StaffCaller,
    @Args('entryId', { type: () => ID }, ParseUUIDPipe) entryId: string,
    @Args('category') category: string,
  ): Promise<CategoryReader[]> {
    return [...(await this.changing.readers(caller, { entryId, category }))];
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Says of another kind what the own house has written in a plan.' })
  async changePlanCategory(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ChangePlanCategoryInput,
  ): Promise<boolean> {
    await this.changing.run(caller, input);
    return true;
  }
}
