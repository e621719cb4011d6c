import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadMyCalendar } from '#use-cases/calendar/read-my-calendar.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'A meeting of mine, by case number alone.' })
export class CalendarMeeting {
  @Field(() => ID, { description: 'The hub, or the meeting of a group about a place.' }) hubId!: string;
  @Field(() => ID, { nullable: true, description: 'Of a group about a place.' }) areaGroupId!: string | null;
  @Field(() => String, { description: '`internal`, `joint`, `area` or `board`.' }) kind!: string;
  @Field({ description: 'A group’s own meeting.' }) isOfGroup!: boolean;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String) state!: string;
  @Field({ description: 'When my part of it begins.' }) startsAt!: Date;
  @Field(() => Int) minutes!: number;
  @Field(() => String, { nullable: true, description: 'Null where I am not called.' }) answer!: string | null;
}

@ObjectType({ description: 'What is due on a day, by case number alone.' })
export class CalendarDeadline {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field() dueAt!: Date;
  @Field(() => ID, { nullable: true, description: 'What it is about: a question, a group.' }) aboutId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The hub that asked.' }) hubId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The group whose meeting decided it.' }) groupId!: string | null;
  @Field({ description: 'Mine or my unit’s to answer.' }) mine!: boolean;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
}

@ObjectType({ description: 'Days without school in the municipality.' })
export class SchoolBreak {
  @Field() name!: string;
  @Field({ description: 'ISO day, the first.' }) from!: string;
  @Field({ description: 'ISO day, the last.' }) until!: string;
}

@ObjectType()
export class MyCalendar {
  @Field(() => [CalendarMeeting]) meetings!: CalendarMeeting[];
  @Field(() => [CalendarDeadline]) deadlines!: CalendarDeadline[];
  @Field(() => [String], { description: 'ISO days that the municipality has closed.' }) closedDays!: string[];
  @Field(() => [SchoolBreak]) schoolBreaks!: SchoolBreak[];
}

@Resolver(() => MyCalendar)
export class MyCalendarResolver {
  constructor(private readonly read: ReadMyCalendar) {}

  @Requires('take-part-in-meeting')
  @Query(() => MyCalendar, { description: 'My meetings and what is due in a span of at most 42 days.' })
  async myCalendar(
    @CurrentCaller() caller: StaffCaller,
    @Args('from', { type: () => String, description: 'The first of the days, ISO.' }) from: string,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<MyCalendar> {
    const { meetings, areaMeetings, deadlines, closedDays, schoolBreaks } = await this.read.run(caller, from, days);
    return {
      meetings: [
        ...meetings.map(({ hub, answer, startsAt, minutes }) => ({
          hubId: hub.id,
          areaGroupId: null,
          kind: hub.kind,
          isOfGroup: hub.groupId !== null,
          caseNumber: hub.caseNumber,
          state: hub.state,
          startsAt,
          minutes,
          answer,
        })),
        ...areaMeetings.map(({ id, groupId, ofBoard, state, startsAt, minutes, answer }) => ({
          hubId: id,
          areaGroupId: groupId,
          kind: ofBoard ? 'board' : 'area',
          isOfGroup: true,
          caseNumber: null,
          state,
          startsAt,
          minutes,
          answer,
        })),
      ],
      deadlines: deadlines.map(({ id, kind, dueAt, aboutId, hubId, groupId, mine, caseId, caseNumber }) => ({
        id,
        kind,
        dueAt,
        aboutId,
        hubId,
        groupId,
        mine,
        caseId,
        caseNumber,
      })),
      closedDays: [...closedDays],
      schoolBreaks: [...schoolBreaks],
    };
  }
}
