import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AdmitParty } from '#use-cases/minutes/admit-party.js';
import { KeepAgenda } from '#use-cases/minutes/keep-agenda.js';
import { KeepRecord } from '#use-cases/minutes/keep-record.js';
import { NewsOfMeeting } from '#use-cases/minutes/news-of-meeting.js';
import { TakeOutRecord } from '#use-cases/minutes/take-out-record.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  AddMeetingPointInput,
  AdmitPartyInput,
  KeepMeetingRecordInput,
  OrderMeetingPointsInput,
  RemoveMeetingPointInput,
} from './minutes.inputs.js';
import { AgendaNews, RecordPreview } from './minutes.model.js';
import { previewShown, saidShown } from './minutes-shown.js';

/** Before the meeting its agenda, after it each agency's own record. */
@Resolver()
export class AgendaResolver {
  constructor(
    private readonly agenda: KeepAgenda,
    private readonly parties: AdmitParty,
    private readonly records: KeepRecord,
    private readonly out: TakeOutRecord,
    private readonly news: NewsOfMeeting,
  ) {}

  @Requires('take-part-in-meeting')
  @Mutation(() => ID, { description: 'Adds a point, news or good news to a coming meeting.' })
  async addMeetingPoint(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AddMeetingPointInput,
  ): Promise<string> {
    return (await this.agenda.add(caller, input)).pointId;
  }

  @Requires('take-part-in-meeting')
  @Query(() => [AgendaNews], { description: 'News since the meeting before, and what was brought to this one.' })
  async agendaNews(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<AgendaNews[]> {
    return (await this.news.run(caller, hubId)).map(({ item, ...news }) => ({ ...news, said: saidShown(item) }));
  }

  @Requires('lead-meeting')
  @Mutation(() => Boolean, {
    description: 'Admits a party of another house to some points alone; it is called to their time.',
  })
  async admitParty(@CurrentCaller() caller: StaffCaller, @Args('input') input: AdmitPartyInput): Promise<boolean> {
    await this.parties.run(caller, { ...input, pointIds: input.pointIds ?? null });
    return true;
  }

  @Requires('lead-meeting')
  @Mutation(() => Boolean, { description: 'Puts the steps of the agenda in order.' })
  async orderMeetingPoints(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: OrderMeetingPointsInput,
  ): Promise<boolean> {
    await this.agenda.order(caller, input);
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Takes away a point that somebody has added.' })
  async removeMeetingPoint(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RemoveMeetingPointInput,
  ): Promise<boolean> {
    await this.agenda.remove(caller, input);
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Under which number the own agency keeps its record, and for how long.' })
  async keepMeetingRecord(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') { version, ...input }: KeepMeetingRecordInput,
  ): Promise<boolean> {
    await this.records.run(caller, { ...input, expectedVersion: version });
    return true;
  }

  @Requires('take-part-in-meeting')
  @Query(() => RecordPreview, { description: 'What the own agency’s record would hold, before it is taken out.' })
  async meetingRecordPreview(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<RecordPreview> {
    return previewShown(await this.out.preview(caller, hubId));
  }
}
