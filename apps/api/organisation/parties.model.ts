import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import type { Parties, PartyLevel } from '#use-cases/organisation/parties.port.js';

@ObjectType({ description: 'A unit of a branch.' })
export class OrganisationUnit {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field({ description: 'What it does, e.g. intake, youth, emergency.' }) kind!: string;
  @Field({ description: 'Is asked what it knows when a hub is convened.' }) answersHub!: boolean;
  @Field(() => Int, { description: 'How many hold a post here now.' }) people!: number;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'An independent branch of an authority: a house of its own in secrecy law.' })
export class OrganisationBranch {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => Int) version!: number;
  @Field(() => [OrganisationUnit]) units!: OrganisationUnit[];
}

@ObjectType({ description: 'An authority, or another party to joint work.' })
export class OrganisationAuthority {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field({ description: 'Kind of party, e.g. social-services.' }) kind!: string;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => Int) version!: number;
  @Field(() => [OrganisationBranch]) branches!: OrganisationBranch[];
}

@ObjectType({ description: 'The municipality of the one who asks, with its parties.' })
export class Organisation {
  @Field(() => ID) id!: string;
  @Field() slug!: string;
  @Field() name!: string;
  @Field(() => [OrganisationAuthority]) authorities!: OrganisationAuthority[];
}

export function organisationOf({ municipality, authorities, branches, units }: Parties): Organisation {
  return {
    id: municipality.id,
    slug: municipality.slug,
    name: municipality.name,
    authorities: authorities.map((authority) => ({
      ...authority,
      branches: branches
        .filter((branch) => branch.authorityId === authority.id)
        .map((branch) => ({ ...branch, units: units.filter((unit) => unit.branchId === branch.id) })),
    })),
  };
}

const LEVELS = ['authority', 'branch', 'unit'] as const;

@InputType({ description: 'A new authority, branch or unit.' })
export class AddPartyInput {
  @Field(() => String, { description: 'authority, branch or unit.' }) @IsIn(LEVELS) level!: PartyLevel;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() withinId: string | null = null;
  @Field() @IsString() @MaxLength(2_000) name!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) kind: string | null = null;
  @Field({ defaultValue: false }) @IsBoolean() answersHub!: boolean;
}

@InputType({ description: 'What is to be different about a party; null leaves as it is.' })
export class ChangePartyInput {
  @Field(() => String) @IsIn(LEVELS) level!: PartyLevel;
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsString() @MaxLength(2_000) name!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) kind: string | null = null;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() answersHub: boolean | null = null;
}

@InputType({ description: 'Ends a party, or opens it again.' })
export class EndPartyInput {
  @Field(() => String) @IsIn(LEVELS) level!: PartyLevel;
  @Field(() => ID) @IsUUID() id!: string;
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsBoolean() ended!: boolean;
}
