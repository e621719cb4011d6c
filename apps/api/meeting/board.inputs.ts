import { Field, ID, InputType, Int, IntersectionType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { MAP_KINDS, STANCES, type MapKind, type Stance } from '#domain/meeting/joint-map.js';
import { BOARD_TEXTS, type BoardText } from '#domain/meeting/meeting-event.js';
import { MarksInput } from '../hub/marks.inputs.js';

const STEPS = ['start', 'pause', 'resume', 'begin-closing', 'close', 'call-off'] as const;
const FLOOR = ['ask', 'step-back'] as const;

@InputType()
export class ActOnBoardInput {
  @Field(() => ID) @IsUUID() hubId!: string;

  @Field({ description: 'Made once for each act and sent again unchanged until the answer is there.' })
  @Matches(/^[\w-]{8,64}$/)
  clientKey!: string;
}

@InputType()
export class MoveMeetingInput extends ActOnBoardInput {
  @Field(() => String, { description: STEPS.join(', ') }) @IsIn(STEPS) step!: (typeof STEPS)[number];

  @Field({ defaultValue: '', description: 'Why a hub is called off; empty for every other step.' })
  @IsString()
  @MaxLength(20_000)
  reasons: string = '';
}

@InputType()
export class EnterPointInput extends ActOnBoardInput {
  @Field(() => ID) @IsString() @MaxLength(60) point!: string;
}

@InputType()
export class MoveInLineInput extends ActOnBoardInput {
  @Field(() => String, { description: FLOOR.join(' or ') }) @IsIn(FLOOR) act!: (typeof FLOOR)[number];
}

@InputType()
export class GiveFloorInput extends ActOnBoardInput {
  @Field(() => ID, { nullable: true, description: 'Absent: the next in line.' })
  @IsOptional()
  @IsUUID()
  member?: string | null;
}

@InputType()
export class GivePictureInput extends ActOnBoardInput {
  @Field(() => ID) @IsUUID() questionId!: string;
}

@InputType()
export class PutMapEntryInput extends IntersectionType(ActOnBoardInput, MarksInput) {
  @Field(() => ID, { description: 'Made by the client for a new line.' }) @IsUUID() entryId!: string;
  @Field(() => String, { description: MAP_KINDS.join(', ') }) @IsIn(MAP_KINDS) kind!: MapKind;

  @Field(() => String, { nullable: true, description: 'Absent: the line keeps its text.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The factor that it speaks of.' })
  @IsOptional()
  @Matches(/^[\w-]{1,60}$/)
  topic?: string | null;

  @Field(() => String, { defaultValue: 'unsure', description: STANCES.join(', ') }) @IsIn(STANCES) stance: Stance =
    'unsure';
}

@InputType()
export class WithdrawMapEntryInput extends ActOnBoardInput {
  @Field(() => ID) @IsUUID() entryId!: string;
}

@InputType()
export class SaveBoardTextInput extends IntersectionType(ActOnBoardInput, MarksInput) {
  @Field(() => String, { description: BOARD_TEXTS.join(', ') }) @IsIn(BOARD_TEXTS) text!: BoardText;

  @Field(() => Int, { nullable: true, description: 'The version that the writer had before them.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  baseVersion?: number | null;

  @Field() @IsString() @MaxLength(60_000) value!: string;
}

@InputType()
export class DecideHubInput extends ActOnBoardInput {
  @Field() @IsString() @MaxLength(40) kind!: string;
  @Field() @IsString() @MaxLength(20_000) reasons!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() handOverTo?: string | null;
}
