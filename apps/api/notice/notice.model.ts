import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/connection.js';

@ObjectType({ description: 'That something is to be looked at; never about whom.' })
export class Notice {
  @Field(() => ID) id!: string;
  @Field({ description: 'E.g. deadline-warning.' }) kind!: string;
  @Field(() => ID, { nullable: true }) deadlineId!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field({ description: 'The case is of the reader’s own house.' }) ownCase!: boolean;
  @Field(() => String, { nullable: true, description: 'Null also when the reader has left the case since.' })
  caseNumber!: string | null;
  @Field(() => ID, { nullable: true, description: 'The meeting that it leads to, where the reader finds it.' }) hubId!:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The group whose meeting it is.' }) groupId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The hub’s question that is put to the reader.' })
  questionId!: string | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
  @Field({ description: 'The alarm itself came late, after an outage.' }) late!: boolean;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) readAt!: Date | null;
}

@ObjectType()
export class NoticeConnection extends connectionOf(Notice, 'Notice') {
  @Field(() => ID, { description: 'Screens watch `notices:<staffId>`.' }) staffId!: string;
  @Field(() => Int) unread!: number;
}
