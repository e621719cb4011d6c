import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadMyCalendar } from '#use-cases/calendar/read-my-calendar.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';

@ObjectType({ description: 'A meeting of mine, by case number alone.' })
export class CalendarMeeting {
  @Field(() => ID) hubId!: string;
  @Field(() => String, { description: '`internal` or `joint`.' }) kind!: string;
  @Field({ description: 'A group’s own meeting.' }) isOfGroup!: boolean;
  @Field() caseNumber!: string;
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
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
}

@ObjectType()
export class MyCalendar {
  @Field(() => [CalendarMeeting]) meetings!: CalendarMeeting[];
  @Field(() => [CalendarDeadline]) deadlines!: CalendarDeadline[];
  @Field(() => [String], { description: 'ISO days that the municipality has closed.' }) closedDays!: string[];
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
    const { meetings, deadlines, closedDays } = await this.read.run(caller, from, days);
    return {
      meetings: meetings.map(({ hub, answer, startsAt, minutes }) => ({
        hubId: hub.id,
        kind: hub.kind,
        isOfGroup: hub.groupId !== null,
        caseNumber: hub.caseNumber,
        state: hub.state,
        startsAt,
        minutes,
        answer,
      })),
      deadlines: deadlines.map(({ id, kind, dueAt, caseId, caseNumber }) => ({ id, kind, dueAt, caseId, caseNumber })),
      closedDays: [...closedDays],
    };
  }
}
