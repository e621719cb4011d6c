import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Named } from '../form/form.model.js';

@ObjectType({ description: 'What may be told of a count: as many, and perhaps fewer than three more.' })
export class AreaCount {
  @Field(() => Int) count!: number;
  @Field() fewMore!: boolean;
}

@ObjectType({ description: 'A closed word of the municipality: a phenomenon or a part of the week.' })
export class AreaTerm {
  @Field() id!: string;
  @Field(() => Named) name!: Named;
  @Field({ description: 'Told no more.' }) retired!: boolean;
}

@ObjectType()
export class SketchDistrict {
  @Field() slug!: string;
  @Field() name!: string;
  @Field({ description: 'Corners, as SVG writes a polygon.' }) outline!: string;
}

@ObjectType()
export class SketchLine {
  @Field({ description: 'water, railway or road.' }) kind!: string;
  @Field() name!: string;
  @Field() points!: string;
}

@ObjectType()
export class SketchPlace {
  @Field({ description: 'Told of no more.' }) retired!: boolean;
  @Field() slug!: string;
  @Field() name!: string;
  @Field() district!: string;
  @Field(() => Int) x!: number;
  @Field(() => Int) y!: number;
}

@ObjectType({ description: 'The town’s own sketch; no outside map is asked.' })
export class TownSketch {
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => [SketchDistrict]) districts!: SketchDistrict[];
  @Field(() => [SketchLine]) lines!: SketchLine[];
  @Field(() => [SketchPlace]) places!: SketchPlace[];
}

@ObjectType({ description: 'What a house saw at a place; nobody is named.' })
export class AreaSighting {
  @Field(() => ID) id!: string;
  @Field() own!: boolean;
  @Field() branchName!: string;
  @Field() houseKind!: string;
  @Field() place!: string;
  @Field() band!: string;
  @Field() phenomenon!: string;
  @Field(() => AreaCount) times!: AreaCount;
  @Field(() => String, { nullable: true }) words!: string | null;
  @Field({ description: 'The words were taken away since they pointed at somebody.' }) struck!: boolean;
  @Field() toldAt!: Date;
}

@ObjectType()
export class PhenomenonCount {
  @Field() phenomenon!: string;
  @Field(() => AreaCount) times!: AreaCount;
}

@ObjectType({ description: 'How many times something was seen at a place this week and the week before.' })
export class AreaPlaceCount {
  @Field() place!: string;
  @Field(() => AreaCount) times!: AreaCount;
  @Field(() => AreaCount) before!: AreaCount;
  @Field(() => [PhenomenonCount]) byPhenomenon!: PhenomenonCount[];
}

@ObjectType()
export class AreaWeekCount {
  @Field({ description: 'A Monday, 2026-11-23.' }) monday!: string;
  @Field(() => Int) week!: number;
  @Field(() => AreaCount) times!: AreaCount;
}

@ObjectType({
  description: 'What is done at a place, by whom and until when; it follows from week to week until it ends.',
})
export class AreaMeasure {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field() place!: string;
  @Field(() => String, { nullable: true }) phenomenon!: string | null;
  @Field(() => String, { nullable: true }) what!: string | null;
  @Field() ownerName!: string;
  @Field() ownerBranchName!: string;
  @Field() ownerKind!: string;
  @Field() dueOn!: string;
  @Field({ description: 'open, done or dropped.' }) state!: string;
  @Field(() => String, { nullable: true }) result!: string | null;
  @Field({ description: 'Decided in an earlier week.' }) carried!: boolean;
  @Field() late!: boolean;
  @Field() mayEnd!: boolean;
}

@ObjectType()
export class AreaMember {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() branchName!: string;
  @Field() houseKind!: string;
}

@ObjectType({
  description: 'One week of an area: what was seen where, what is done about it, and how it has gone. Nobody is named.',
})
export class AreaWeek {
  @Field(() => ID) groupId!: string;
  @Field(() => Named) formName!: Named;
  @Field(() => String, { nullable: true }) area!: string | null;
  @Field() coordinatorName!: string;
  @Field({ description: 'Of the reader’s own house.' }) own!: boolean;
  @Field() mayLead!: boolean;
  @Field() mayAdd!: boolean;
  @Field({ description: 'A Monday, 2026-11-23.' }) monday!: string;
  @Field() thisMonday!: string;
  @Field(() => Int) week!: number;
  @Field(() => Int) year!: number;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => String, { nullable: true }) closedBy!: string | null;
  @Field(() => [AreaTerm]) phenomena!: AreaTerm[];
  @Field(() => [AreaTerm]) bands!: AreaTerm[];
  @Field(() => TownSketch, { nullable: true }) sketch!: TownSketch | null;
  @Field(() => [AreaSighting]) sightings!: AreaSighting[];
  @Field(() => [AreaPlaceCount]) places!: AreaPlaceCount[];
  @Field(() => [AreaWeekCount]) trend!: AreaWeekCount[];
  @Field(() => [AreaMeasure]) measures!: AreaMeasure[];
  @Field(() => [AreaMember]) members!: AreaMember[];
  @Field(() => [String], { description: 'Houses that have told nothing this week.' }) silent!: string[];
}
