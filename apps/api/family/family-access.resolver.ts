import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import type { ExtractGroup } from '#domain/ledger/extract.js';
import { Failure } from '#use-cases/failure.js';
import { FamilyConsents } from '#use-cases/family/family-consents.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { ReadExtract } from '#use-cases/ledger/read-extract.js';
import { Requires } from '../guard/requires.js';
import { CurrentFamily } from './current-family.js';

@ObjectType({ description: 'Who read or received something.' })
export class FamilyAccessReader {
  @Field({ description: 'Kind of party, e.g. police.' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'Null where the house would tell where somebody is.' })
  houseName!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the municipality shows families who it was.' })
  staffName!: string | null;
}

@ObjectType({ description: 'What was done on one day by one house with one kind of thing; never what it said.' })
export class FamilyAccessLine {
  @Field({ description: 'Written YYYY-MM-DD.' }) day!: string;
  @Field({ description: '`read`, `search`, `export`, `override`, `received` or `own`.' }) act!: string;
  @Field() topic!: string;
  @Field(() => FamilyAccessReader, { nullable: true, description: 'Null when it was the reader of this page.' })
  reader!: FamilyAccessReader | null;
  @Field(() => String, { nullable: true }) ground!: string | null;
  @Field(() => Int) times!: number;
  @Field() last!: Date;
  @Field(() => Date, { nullable: true }) until!: Date | null;
}

@ObjectType({ description: 'Who has read or received what, newest first.' })
export class FamilyAccess {
  @Field(() => [FamilyAccessLine]) lines!: FamilyAccessLine[];
  @Field(() => String, { nullable: true, description: 'Give it as `before` for what is older; null when nothing is.' })
  before!: string | null;
}

/** Everyone who has read or received something about whom a consent is about, as far as its signer may know. */
@Resolver(() => FamilyAccess)
export class FamilyAccessResolver {
  constructor(
    private readonly consents: FamilyConsents,
    private readonly extract: ReadExtract,
  ) {}

  @Requires('family')
  @Query(() => FamilyAccess, {
    description: 'Who has read or received what about the person whom a consent of mine is about.',
  })
  async familyAccess(
    @CurrentFamily() caller: FamilyCaller,
    @Args('consentId', { type: () => ID }, ParseUUIDPipe) consentId: string,
    @Args('before', { type: () => String, nullable: true, description: 'Only what is older than this day.' })
    before?: string | null,
  ): Promise<FamilyAccess> {
    if (before != null && parseCivilDay(before) === undefined) throw new Failure('BAD_REQUEST', 'before');
    const { facts, isAboutMe } = await this.consents.find(caller, consentId);
    const found = await this.extract.run(caller, {
      personId: facts.record.person,
      view: isAboutMe ? 'subject' : 'guardian',
      before: before ?? null,
    });
    return { lines: found.groups.map(lineShown), before: found.before };
  }
}

const lineShown = ({ day, act, topic, reader, ground, times, last, until }: ExtractGroup): FamilyAccessLine => ({
  day,
  act,
  topic,
  reader: reader && { kind: reader.kind, houseName: reader.houseName, staffName: reader.staffName },
  ground,
  times,
  last: new Date(last),
  until: until === null ? null : new Date(until),
});
