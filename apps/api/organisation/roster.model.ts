import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';

@ObjectType({ description: 'A shift on a duty roster.' })
export class DutyShift {
  @Field(() => ID) id!: string;
  @Field(() => ID) staffId!: string;
  @Field() staffName!: string;
  @Field({ description: 'primary or deputy.' }) rank!: string;
  @Field() startsAt!: Date;
  @Field() endsAt!: Date;
  @Field({ description: 'Whoever stands in it holds no post in the unit for the whole of it.' }) withoutPost!: boolean;
}

@ObjectType({ description: 'A stretch when neither the unit nor the social emergency service has anyone on duty.' })
export class DutyGap {
  @Field() from!: Date;
  @Field() until!: Date;
}

@ObjectType()
export class DutyPerson {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
}

@ObjectType()
export class DutyUnit {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'A week of a unit’s duty roster.' })
export class DutyRoster {
  @Field(() => DutyUnit) unit!: DutyUnit;
  @Field(() => DutyUnit, { nullable: true, description: 'Answers when the unit has nobody on duty.' })
  emergencyUnit!: DutyUnit | null;
  @Field({ description: 'The Monday, 2026-11-23.' }) monday!: string;
  @Field() from!: Date;
  @Field() until!: Date;
  @Field(() => [DutyShift]) shifts!: DutyShift[];
  @Field(() => [DutyGap]) gaps!: DutyGap[];
  @Field(() => [DutyPerson], { description: 'Who may be put on the roster this week.' }) people!: DutyPerson[];
}

@InputType({ description: 'A shift, perhaps for several weeks in a row. Times are on the clock in Sweden.' })
export class AddDutyShiftInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => String) @IsString() @MaxLength(36) staffId!: string;
  @Field(() => String) @IsIn(['primary', 'deputy']) rank!: 'primary' | 'deputy';
  @Field() @IsString() @MaxLength(30) startsAt!: string;
  @Field() @IsString() @MaxLength(30) endsAt!: string;
  @Field(() => Int, { defaultValue: 1 }) @IsInt() weeks!: number;
}
