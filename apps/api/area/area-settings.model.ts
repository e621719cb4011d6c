import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Named } from '../form/form.model.js';
import { SketchDistrict, SketchLine } from './area.model.js';

const WORD = 60;
/** Longer than a name may be, so that the field can say so. */
const NAME = 200;

@ObjectType({ description: 'A word for what is seen at places; a retired one is told no more.' })
export class KeptPhenomenon {
  @Field(() => ID) id!: string;
  @Field(() => Named) name!: Named;
  @Field() retired!: boolean;
}

@ObjectType({ description: 'A place on the town’s sketch; a retired one is told of no more.' })
export class KeptPlace {
  @Field(() => ID) slug!: string;
  @Field() name!: string;
  @Field() district!: string;
  @Field(() => Int) x!: number;
  @Field(() => Int) y!: number;
  @Field() retired!: boolean;
}

@ObjectType({ description: 'A municipality’s own words and places for its groups about places.' })
export class AreaSettings {
  @Field(() => Int, { description: '0: as the town’s file has it.' }) version!: number;
  @Field(() => [KeptPhenomenon]) phenomena!: KeptPhenomenon[];
  @Field({ description: 'The town has drawn a sketch of itself.' }) hasSketch!: boolean;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => [SketchDistrict]) districts!: SketchDistrict[];
  @Field(() => [SketchLine]) lines!: SketchLine[];
  @Field(() => [KeptPlace]) places!: KeptPlace[];
}

@InputType()
export class PhenomenonInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  id?: string | null;
  @Field() @IsString() @MaxLength(NAME) sv!: string;
  @Field() @IsString() @MaxLength(NAME) en!: string;
  @Field() @IsBoolean() retired!: boolean;
}

@InputType()
export class PlaceInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one.' })
  @IsOptional()
  @IsString()
  @MaxLength(WORD)
  slug?: string | null;
  @Field() @IsString() @MaxLength(NAME) name!: string;
  @Field() @IsString() @MaxLength(WORD) district!: string;
  @Field(() => Int) @IsInt() x!: number;
  @Field(() => Int) @IsInt() y!: number;
  @Field() @IsBoolean() retired!: boolean;
}

@InputType()
export class AreaSettingsInput {
  @Field(() => Int, { description: 'The one that was read.' }) @IsInt() @Min(0) version!: number;
  @Field(() => [PhenomenonInput])
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PhenomenonInput)
  phenomena!: PhenomenonInput[];
  @Field(() => [PlaceInput])
  @IsArray()
  @ArrayMaxSize(400)
  @ValidateNested({ each: true })
  @Type(() => PlaceInput)
  places!: PlaceInput[];
}
