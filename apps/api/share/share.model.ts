import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';
import { ReportPart } from '../report/case.model.js';
import { HouseShown, PersonShown } from '../report/intake-queue.model.js';

@ObjectType({ description: 'Somebody who works in a house.' })
export class HousePersonShown {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
  @Field() unitName!: string;
  @Field({ description: 'Works on this case already.' }) isWorking!: boolean;
}

@ObjectType({ description: 'A house that something can be told to.' })
export class ReceivingHouseShown {
  @Field(() => ID) branchId!: string;
  @Field() kind!: string;
  @Field() name!: string;
  @Field() authorityName!: string;
  @Field({ description: 'As consents and assessments write it: authority/branch.' }) written!: string;
  @Field(() => [HousePersonShown]) people!: readonly HousePersonShown[];
}

@ObjectType({ description: 'Something that the own house has given to another.' })
export class GivenShareShown {
  @Field(() => ID) id!: string;
  @Field(() => ID) itemId!: string;
  @Field(() => ID) toBranchId!: string;
  @Field() purpose!: string;
  @Field() ground!: string;
  @Field(() => String, { nullable: true }) byName!: string | null;
  @Field() madeAt!: Date;
  @Field(() => Date, { nullable: true }) until!: Date | null;
  @Field() isInForce!: boolean;
  @Field(() => Date, { nullable: true, description: 'When somebody there first read it.' }) firstReadAt!: Date | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: '`undone` or `ended`.' }) endedHow!: string | null;
}

@ObjectType({ description: 'What an official of the own house has found of a ground towards one house, in one act.' })
export class AssessmentOfCaseShown {
  @Field(() => ID) id!: string;
  @Field() ground!: string;
  @Field(() => HouseShown) to!: HouseShown;
  @Field(() => [String], { description: 'The kinds of information that it is about.' }) categories!: readonly string[];
  @Field({ description: 'A no is kept too, and opened nothing.' }) opens!: boolean;
  @Field({ description: 'Its time is not over, and nobody has lifted it.' }) holds!: boolean;
  @Field() mayLift!: boolean;
  @Field() decidedAt!: Date;
  @Field() decidedByName!: string;
  @Field({ description: 'The first instant at which it holds no longer.' }) until!: Date;
  @Field(() => String, { nullable: true }) reasons!: string | null;
  @Field(() => Date, { nullable: true, description: 'Lifted before its end.' }) liftedAt!: Date | null;
  @Field(() => String, { nullable: true }) liftedByName!: string | null;
  @Field(() => String, { nullable: true }) liftReasons!: string | null;
}

@ObjectType({ description: 'A colleague who may assess grounds.' })
export class AssessorShown {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field({ description: 'A leader of preliminary investigations assesses what stands in one, the others all else.' })
  role!: string;
}

@ObjectType({ description: 'What can be told about a case, and what has been told already.' })
export class Sharing {
  @Field(() => ID) caseId!: string;
  @Field({ description: 'Neutral, pointing at nobody.' }) caseName!: string;
  @Field(() => String, { nullable: true, description: 'In the own house’s case.' }) number!: string | null;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field({ description: 'The house that tells.' }) from!: HouseShown;
  @Field(() => PersonShown) person!: PersonShown;
  @Field(() => [ReportPart]) items!: readonly ReportPart[];
  @Field(() => [ID], { description: 'Those of the items that say who it is about.' }) nameItemIds!: readonly string[];
  @Field(() => [GivenShareShown]) given!: readonly GivenShareShown[];
  @Field(() => [AssessmentOfCaseShown], { description: 'Of the own house, the newest first.' })
  assessments!: readonly AssessmentOfCaseShown[];
  @Field(() => [ReceivingHouseShown]) houses!: readonly ReceivingHouseShown[];
  @Field() mayAssess!: boolean;
  @Field(() => [AssessorShown]) assessors!: readonly AssessorShown[];
  @Field({ description: 'The server’s clock.' }) asOf!: Date;
}

@ObjectType({ description: 'What would open a door that is shut.' })
export class ShareOpening {
  @Field({ description: '`duty`, `assess`, `consent` or `danger`.' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'Told for this purpose it is a duty.' }) purpose!: string | null;
  @Field(() => [String], { description: 'The grounds concerned.' }) grounds!: readonly string[];
}

@ObjectType({ description: 'What would become of one thing to one house.' })
export class SharePairShown {
  @Field({ description: 'An item’s id, `draft` or `name`.' }) thing!: string;
  @Field() category!: string;
  @Field(() => ID) toBranchId!: string;
  @Field({ description: '`release`, `refuse` or `refer`.' }) outcome!: string;
  @Field() ground!: string;
  @Field(() => [String], { description: 'Grounds that a person may assess.' }) candidates!: readonly string[];
  @Field(() => Date, { nullable: true }) until!: Date | null;
  @Field(() => [ShareOpening]) openings!: readonly ShareOpening[];
}

@ObjectType()
export class SharePreviewShown {
  @Field(() => [SharePairShown]) pairs!: readonly SharePairShown[];
  @Field() asOf!: Date;
}

@ObjectType({ description: 'What became of one thing to one house.' })
export class ShareOutcomeShown {
  @Field() thing!: string;
  @Field(() => ID) itemId!: string;
  @Field(() => ID) toBranchId!: string;
  @Field() outcome!: string;
  @Field() ground!: string;
  @Field(() => ID, { nullable: true, description: 'Null where nothing was told.' }) shareId!: string | null;
  @Field(() => Date, { nullable: true }) until!: Date | null;
}

@ObjectType()
export class SharesTakenBack {
  @Field(() => Int) taken!: number;
  @Field(() => Int, { description: 'Read in the meantime, or ended before.' }) stayed!: number;
}

@ObjectType({ description: 'What an assessment came to.' })
export class GroundAssessment {
  @Field({ description: 'Every criterion is met.' }) opens!: boolean;
  @Field() until!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'To be sent back to confirm a decision in danger; nothing is decided yet.',
  })
  confirm!: string | null;
}

@ObjectType({ description: 'A case on which other houses have told the own house something.' })
export class SharedCaseShown {
  @Field(() => ID) caseId!: string;
  @Field() caseName!: string;
  @Field(() => String, { nullable: true, description: 'Whom it is about, if that has been told.' }) name!:
    string | null;
  @Field() newestAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the first of what may be read ends, where that is known.' })
  nextEnd!: Date | null;
  @Field(() => Int) inForce!: number;
  @Field(() => Int, { description: 'How much may no longer be read.' }) left!: number;
}

@ObjectType()
export class SharedCaseConnection extends connectionOf(SharedCaseShown, 'SharedCase') {}

@ObjectType({ description: 'Something that another house has told.' })
export class ReceivedThingShown {
  @Field(() => ReportPart) part!: ReportPart;
  @Field(() => HouseShown) from!: HouseShown;
  @Field() sharedAt!: Date;
}

@ObjectType({ description: 'Something that may no longer be read: when it left, and who had given it.' })
export class LeftThing {
  @Field(() => ID) id!: string;
  @Field() fromName!: string;
  @Field() at!: Date;
}

@ObjectType({ description: 'What other houses have told about one case.' })
export class ReceivedCasePageShown {
  @Field(() => ID) caseId!: string;
  @Field() caseName!: string;
  @Field(() => ReportPart, { nullable: true }) name!: ReportPart | null;
  @Field(() => [ReceivedThingShown]) things!: readonly ReceivedThingShown[];
  @Field(() => [LeftThing]) left!: readonly LeftThing[];
}

@ObjectType({ description: 'A house that has to do with a case, and whether it gets what is written there.' })
export class HouseReadingShown {
  @Field(() => ID) branchId!: string;
  @Field() kind!: string;
  @Field() name!: string;
  @Field() sees!: boolean;
}
