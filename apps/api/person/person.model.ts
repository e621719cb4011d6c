import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Why the reader may see it.' })
export class PersonGround {
  @Field() id!: string;
  @Field(() => Date, { nullable: true }) until!: Date | null;
}

@ObjectType()
export class PersonContact {
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
}

@ObjectType({ description: 'A person as this reader may see them; what the protection hides is null.' })
export class PersonSeen {
  @Field(() => ID) id!: string;
  @Field({ description: 'The full name, or the neutral case name where the name is withheld.' }) name!: string;
  @Field() initials!: string;
  @Field() nameIsWithheld!: boolean;
  @Field(() => String, { nullable: true }) givenName!: string | null;
  @Field(() => String, { nullable: true }) familyName!: string | null;
  @Field(() => String, { nullable: true, description: 'Twelve digits.' }) personalNumber!: string | null;
  @Field(() => String, { nullable: true, description: '`YYYY-MM-DD`.' }) born!: string | null;
  @Field({ description: 'False when only the year is known.' }) bornExact!: boolean;
  @Field() protection!: string;
  @Field({ description: 'Named staff see more than this reader.' }) isNarrowed!: boolean;
  @Field(() => PersonContact, { nullable: true }) contact!: PersonContact | null;
  @Field(() => PersonGround, { nullable: true }) ground!: PersonGround | null;
}

@ObjectType()
export class PeopleFound {
  @Field({ description: '`number`, `name` or `phone`: as what the words were read.' }) by!: string;
  @Field(() => [PersonSeen], { description: 'The likeliest first, at most twenty.' }) hits!: PersonSeen[];
  @Field() more!: boolean;
}

@ObjectType()
export class CustodyOfPerson {
  @Field(() => ID) id!: string;
  @Field(() => PersonSeen) child!: PersonSeen;
  @Field(() => PersonSeen) guardian!: PersonSeen;
  @Field() kind!: string;
  @Field() source!: string;
  @Field(() => String, { nullable: true }) sourceOn!: string | null;
  @Field() startsOn!: string;
  @Field(() => String, { nullable: true, description: 'The first day without it.' }) endsOn!: string | null;
  @Field() isInForce!: boolean;
  @Field({ description: 'Only someone’s word makes this person guardian.' }) isUnchecked!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class RelationOfPerson {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field(() => PersonSeen) other!: PersonSeen;
  @Field({ description: 'The other is close to this person, and not the other way round.' }) isOwn!: boolean;
}

@ObjectType()
export class CaseOfPerson {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field() state!: string;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field() openedAt!: Date;
}

@ObjectType()
export class Colleague {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field() unit!: string;
}

@ObjectType({ description: 'A decision about a person: protection, who is named, maturity.' })
export class PersonDecision {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) staffName!: string | null;
  @Field() askedByName!: string;
  @Field() askedAt!: Date;
  @Field({
    description: '`waiting` for a second person, `in-force`, `declined`, or `ended` or `lapsed` with the protection.',
  })
  state!: string;
  @Field(() => String, { nullable: true }) settledByName!: string | null;
  @Field(() => Date, { nullable: true }) settledAt!: Date | null;
  @Field(() => String, { nullable: true }) reasons!: string | null;
  @Field({ description: 'The reader asked for it and so cannot be the second person.' }) isMine!: boolean;
}

@ObjectType()
export class PersonMerge {
  @Field(() => ID) id!: string;
  @Field() mergedByName!: string;
  @Field() mergedAt!: Date;
  @Field(() => String, { nullable: true }) reasons!: string | null;
}

@ObjectType({ description: 'Who a person is and who stands around them, as far as this reader may see.' })
export class Person {
  @Field(() => ID) id!: string;
  @Field(() => PersonSeen) seen!: PersonSeen;
  @Field(() => Int) version!: number;
  @Field(() => Int, { nullable: true, description: 'Null when the identity is withheld.' })
  identityVersion!: number | null;
  @Field() numberKind!: string;
  @Field(() => String, { nullable: true }) noNumberReason!: string | null;
  @Field(() => String, { nullable: true }) maturity!: string | null;
  @Field({ description: 'The reader stands on the short list.' }) isNamed!: boolean;
  @Field(() => [CustodyOfPerson]) custody!: CustodyOfPerson[];
  @Field(() => [RelationOfPerson]) relations!: RelationOfPerson[];
  @Field(() => [CaseOfPerson], { description: 'Those on which the reader works.' }) cases!: CaseOfPerson[];
  @Field(() => [Colleague]) namedStaff!: Colleague[];
  @Field(() => [PersonDecision]) decisions!: PersonDecision[];
  @Field(() => [PersonMerge], { description: 'Records that were folded into this one, and can be taken out again.' })
  merges!: PersonMerge[];
}

@ObjectType()
export class PersonCreation {
  @Field(() => PersonSeen, { nullable: true }) person!: PersonSeen | null;
  @Field(() => PersonSeen, {
    nullable: true,
    description: 'The number belongs to someone who is registered already: nobody was registered.',
  })
  existing!: PersonSeen | null;
}

@ObjectType()
export class ProtectionChange {
  @Field({ description: '`in-force`, or `waiting` for a second person.' }) outcome!: string;
  @Field(() => Person) person!: Person;
}

@ObjectType()
export class MergeConflict {
  @Field() field!: string;
  @Field() kept!: string;
  @Field() other!: string;
}

@ObjectType()
export class MergeFilled {
  @Field() field!: string;
  @Field() value!: string;
}

@ObjectType()
export class CountOfKind {
  @Field({ description: 'Table and column, such as `case_file.person_id`.' }) kind!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'Both records side by side, and what a merge would do; nothing is changed.' })
export class MergePreview {
  @Field(() => PersonSeen) kept!: PersonSeen;
  @Field(() => PersonSeen) folded!: PersonSeen;
  @Field(() => Int) keptVersion!: number;
  @Field(() => Int) foldedVersion!: number;
  @Field(() => [MergeConflict]) conflicts!: MergeConflict[];
  @Field(() => [MergeFilled]) filled!: MergeFilled[];
  @Field() protection!: string;
  @Field(() => [CountOfKind]) moved!: CountOfKind[];
}

@ObjectType()
export class MergeUndone {
  @Field(() => ID) keptId!: string;
  @Field(() => ID) restoredId!: string;
  @Field(() => [CountOfKind], { description: 'Came after the merge and stays until someone says whose it is.' })
  toSort!: CountOfKind[];
}
