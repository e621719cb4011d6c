import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListHubs } from '#use-cases/hub/list-hubs.js';
import { ReadCalendar } from '#use-cases/hub/read-calendar.js';
import { ReadQuestion } from '#use-cases/hub/read-question.js';
import { aboutIn } from '#use-cases/share/what-it-says.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { CalendarDay, HubLine, HubQuestion, WaitingQuestion } from './hub.model.js';
import { hubLine, circleShown } from './hub-shown.js';

@Resolver(() => HubLine)
export class HubListsResolver {
  constructor(
    private readonly question: ReadQuestion,
    private readonly calendar: ReadCalendar,
    private readonly lists: ListHubs,
  ) {}

  @Requires('answer-question')
  @Query(() => HubQuestion, { description: 'A question to the reader’s unit, with what it has answered so far.' })
  async hubQuestion(
    @CurrentCaller() caller: StaffCaller,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<HubQuestion> {
    const { hub, question, until, circle, parts } = await this.question.run(caller, id);
    const person = circle.find(({ kind }) => kind === 'person')?.person ?? null;
    return {
      id: question.id,
      version: question.version,
      hub: hubLine(hub, person),
      unitName: question.unitName,
      unitKind: question.unitKind,
      askedAt: question.askedAt,
      dueAt: question.dueAt,
      knowledge: question.answer,
      answeredAt: question.answeredAt,
      parts: parts.map((item) => ({
        itemId: item.itemId,
        category: item.category,
        text: item.content.text,
        about: aboutIn(item),
        revealsPlace: item.revealsPlace,
        ground: item.ground.id,
      })),
      circle: circleShown(circle),
      ownHouse: hub.branchId === caller.branchId,
      until,
    };
  }

  @Requires('answer-question')
  @Query(() => [WaitingQuestion], { description: 'Questions that wait for the reader, the most pressing first.' })
  async waitingQuestions(@CurrentCaller() caller: StaffCaller): Promise<WaitingQuestion[]> {
    return (await this.question.findWaiting(caller)).map(({ question, hub }) => ({
      id: question.id,
      unitName: question.unitName,
      dueAt: question.dueAt,
      askedAt: question.askedAt,
      hub: hubLine(hub, null),
    }));
  }

  @Requires('take-part-in-meeting')
  @Query(() => [HubLine], { description: 'The reader’s hubs of today and tomorrow, and those still open.' })
  async hubsOfToday(@CurrentCaller() caller: StaffCaller): Promise<HubLine[]> {
    return (await this.lists.ofToday(caller)).map(({ hub, person }) => hubLine(hub, person));
  }

  @Requires('take-part-in-meeting')
  @Query(() => [CalendarDay], { description: 'Seven days of standing slots and hubs; names only of one’s own.' })
  async hubCalendar(
    @CurrentCaller() caller: StaffCaller,
    @Args('day', { type: () => String, nullable: true, description: 'The first of the days, ISO; absent: today.' })
    day: string | null,
  ): Promise<CalendarDay[]> {
    return (await this.calendar.run(caller, day ?? null)).map((one) => ({
      day: one.day,
      holiday: one.holiday,
      entries: one.entries.map((entry) => ({
        startsAt: entry.startsAt,
        minutes: entry.minutes,
        kind: entry.kind,
        free: entry.free,
        state: entry.state,
        hub: entry.hub ? hubLine(entry.hub, entry.person) : null,
      })),
    }));
  }
}
