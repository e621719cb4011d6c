import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ItemVersion {
  @Field(() => ID) item!: string;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class BoardPoint {
  @Field(() => ID) id!: string;
  @Field(() => Int) minutes!: number;
}

@ObjectType({ description: 'A line of the joint map; its text stands in the item.' })
export class BoardMapEntry {
  @Field(() => ID) id!: string;
  @Field({ description: 'fact, risk, protective, place, contact or difference.' }) kind!: string;
  @Field(() => ID, { description: 'The unit whose picture it is.' }) unit!: string;
  @Field(() => ID) item!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'The factor that it speaks of.' }) topic!: string | null;
  @Field({ description: 'present, absent or unsure.' }) stance!: string;
}

@ObjectType({
  description: 'What happened on the board, numbered without gaps; which fields are set follows from the kind.',
})
export class BoardEvent {
  @Field(() => Int) seq!: number;
  @Field() kind!: string;
  @Field(() => Float, { description: 'Milliseconds, by the server’s clock.' }) at!: number;
  @Field(() => ID) by!: string;
  @Field(() => ID, { nullable: true }) leader?: string | null;
  @Field(() => [BoardPoint], { nullable: true }) points?: BoardPoint[] | null;
  @Field(() => String, { nullable: true }) point?: string | null;
  @Field(() => ID, { nullable: true }) member?: string | null;
  @Field(() => ID, { nullable: true }) unit?: string | null;
  @Field(() => String, { nullable: true }) knowledge?: string | null;
  @Field(() => [ItemVersion], { nullable: true }) items?: ItemVersion[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'A picture that whoever leads put up for a unit that is not there.',
  })
  presented?: boolean | null;
  @Field(() => BoardMapEntry, { nullable: true }) entry?: BoardMapEntry | null;
  @Field(() => ID, { nullable: true, description: 'Of a line taken off the map.' }) removed?: string | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => ID, { nullable: true }) item?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String, { nullable: true }) decision?: string | null;
  @Field(() => ID, { nullable: true }) decider?: string | null;
  @Field(() => ID, { nullable: true }) reasons?: string | null;
  @Field(() => ID, { nullable: true }) handOverTo?: string | null;
}

@ObjectType({ description: 'What was said, as the gate lets this reader see it.' })
export class BoardItem {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'Null when it stays closed to the reader.' }) text!:
    string | null;
  @Field(() => String, { nullable: true }) category!: string | null;
  @Field({ description: 'Why the reader may see it, or why not.' }) ground!: string;
  @Field(() => Date, { nullable: true }) until!: Date | null;
  @Field(() => [ID], { description: 'Whom it is about, where that was said.' }) about!: string[];
  @Field({ description: 'It shows where somebody lives or is.' }) revealsPlace!: boolean;
}

@ObjectType({ description: 'The board from a given event on.' })
export class HubBoard {
  @Field(() => Date, {
    nullable: true,
    description: 'When something of it ends by itself for the reader: ask again then.',
  })
  until!: Date | null;

  @Field(() => [BoardEvent]) events!: BoardEvent[];
  @Field(() => [BoardItem]) items!: BoardItem[];
}

@ObjectType({ description: 'That an act has reached the board, and which event it became.' })
export class BoardReceipt {
  @Field(() => Int) seq!: number;
  @Field({ description: 'The act had been received before.' }) repeated!: boolean;
}

@ObjectType()
export class TextPart {
  @Field({ description: 'agreed or both.' }) kind!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => String, { nullable: true }) mine!: string | null;
  @Field(() => String, { nullable: true }) theirs!: string | null;
}

@ObjectType({ description: 'Both texts, where two people changed the same words; a person chooses.' })
export class TextConflict {
  @Field() mine!: string;
  @Field() theirs!: string;
  @Field(() => Int) theirsVersion!: number;
  @Field(() => ID, { nullable: true }) theirsBy!: string | null;
  @Field(() => Date, { nullable: true, description: 'When theirs was saved.' }) theirsAt!: Date | null;
  @Field(() => [TextPart]) parts!: TextPart[];
}

@ObjectType({ description: 'A saved text as it became, woven together with what others wrote; or a conflict.' })
export class TextReceipt {
  @Field(() => Int, { nullable: true }) seq!: number | null;
  @Field(() => Int, { nullable: true }) version!: number | null;
  @Field(() => String, { nullable: true }) value!: string | null;
  @Field(() => TextConflict, { nullable: true }) conflict!: TextConflict | null;
}
