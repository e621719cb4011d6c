import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { MembershipRank } from '#use-cases/organisation/organisation.port.js';
import type { StaffShown } from '#use-cases/organisation/staff-register.port.js';
import { connectionOf, PageArgs } from '../graphql/connection.js';

@ObjectType({ description: 'A post that someone holds, has held or will hold.' })
export class StaffPost {
  @Field(() => ID) id!: string;
  @Field(() => ID) unitId!: string;
  @Field() unitName!: string;
  @Field() branchName!: string;
  @Field() authorityName!: string;
  @Field({ description: 'One of the seven roles.' }) role!: string;
  @Field({ description: 'ordinary, primary, deputy or leader.' }) rank!: string;
  @Field() startsAt!: Date;
  @Field(() => Date, { nullable: true }) endsAt!: Date | null;
}

@ObjectType({ description: 'A member of staff, as an administrator keeps them.' })
export class StaffMember {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field() email!: string;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field({ description: 'The identity provider that proves who they are.' }) issuer!: string;
  @Field({ description: 'What that provider calls them.' }) subject!: string;
  @Field(() => Date, { nullable: true }) disabledAt!: Date | null;
  @Field(() => Int, { description: 'Places where they are signed in now.' }) openSessions!: number;
  @Field(() => Int) version!: number;
  @Field(() => [StaffPost], { description: 'Those without an end first, then the latest.' }) posts!: StaffPost[];
}

@ObjectType()
export class StaffMemberConnection extends connectionOf(StaffMember, 'StaffMember') {}

@ArgsType()
export class StaffArgs extends PageArgs {
  @Field({ defaultValue: '', description: 'Part of a name, a title or an address.' })
  @IsString()
  @MaxLength(100)
  search!: string;

  @Field(() => String, { defaultValue: 'all', description: 'all, active, without-post or disabled.' })
  @IsIn(['all', 'active', 'without-post', 'disabled'])
  shown!: StaffShown;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId: string | null = null;
}

@InputType({ description: 'Who someone is, and how they prove it.' })
export class StaffMemberInput {
  @Field() @IsString() @MaxLength(2_000) name!: string;
  @Field() @IsString() @MaxLength(2_000) title!: string;
  @Field() @IsString() @MaxLength(2_000) email!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(2_000) phone: string | null = null;
  @Field() @IsString() @MaxLength(2_000) issuer!: string;
  @Field() @IsString() @MaxLength(2_000) subject!: string;
}

@InputType({ description: 'A post for someone. Times are on the clock in Sweden, 2026-11-24T08:00.' })
export class AddPostInput {
  @Field(() => ID) @IsUUID() staffId!: string;
  @Field(() => String) @IsString() @MaxLength(36) unitId!: string;
  @Field() @IsString() @MaxLength(40) role!: string;
  @Field(() => String, { defaultValue: 'ordinary' })
  @IsIn(['ordinary', 'primary', 'deputy', 'leader'])
  rank!: MembershipRank;
  @Field(() => String, { nullable: true, description: 'Null begins at once.' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  startsAt: string | null = null;
  @Field(() => String, { nullable: true, description: 'Null has no end.' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  endsAt: string | null = null;
}
