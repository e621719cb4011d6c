import { Field, ObjectType } from '@nestjs/graphql';
import type { RoomAtTime } from '#use-cases/calendar/list-rooms.js';

@ObjectType({ description: 'A room of the town at a time; who has taken it is not told.' })
export class MeetingRoom {
  @Field({ description: 'Its word in the town’s file.' }) slug!: string;
  @Field() name!: string;
  @Field({ description: 'The building: whoever waits at one site waits together.' }) site!: string;
  @Field(() => String, { nullable: true }) videoUrl!: string | null;
  @Field() isFree!: boolean;
}

export const roomShown = ({ room: { slug, name, site, videoUrl }, isFree }: RoomAtTime): MeetingRoom => ({
  slug,
  name,
  site,
  videoUrl,
  isFree,
});
