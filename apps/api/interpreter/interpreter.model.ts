import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';

@ObjectType({ description: 'An interpreter of one meeting: a party of their own kind, at their own points.' })
export class Interpreter {
  @Field(() => ID) id!: string;
  @Field(() => String, {
    nullable: true,
    description: 'By the codes of ISO 639; null for other houses than the one that leads.',
  })
  language!: string | null;
  @Field(() => String, { nullable: true, description: 'Who it is, where the reader may know.' }) words!: string | null;
  @Field(() => [ID]) pointIds!: string[];
  @Field(() => Date, { nullable: true, description: 'When their silence was confirmed.' }) silenceAt!: Date | null;
  @Field({ description: 'booked, waits, in, out, over or cancelled.' }) where!: string;
}

@InputType()
export class BookInterpreterInput {
  @Field(() => ID) @IsUUID() hubId!: string;
  @Field() @IsString() @MaxLength(10) language!: string;
  @Field({ description: 'Who it is and how they are reached; sealed.' }) @IsString() @MaxLength(2_000) words!: string;
  @Field(() => [ID], { description: 'Points of the meeting at which the family is there.' })
  @IsArray()
  @ArrayMaxSize(40)
  @IsUUID(undefined, { each: true })
  pointIds!: string[];
}
