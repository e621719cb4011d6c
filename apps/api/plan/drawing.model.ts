import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import { MOST_POINTS, MOST_STROKES, writeStroke, type Drawing as Drawn } from '#domain/plan/drawing.js';

const WORDS = 10_000;
/** Signs of a point and the spaces around it. */
const POINT = 10;
const STROKE =
  'Each a line: colour, pen, and x and y by turns on a sheet of 1000 by 700, as in `blue thin 10 20 30 40`.';

@ObjectType({ description: 'What somebody has drawn, as lines: never an image and never markup.' })
export class Drawing {
  @Field({ description: 'What it shows, in words of whoever drew it.' }) alt!: string;
  @Field(() => [String], { description: STROKE }) strokes!: string[];
}

@InputType()
export class DrawingInput {
  @Field() @IsString() @MaxLength(WORDS) alt!: string;
  @Field(() => [String], { description: STROKE })
  @IsArray()
  // More than can be kept: that it is too much is said in words.
  @ArrayMaxSize(MOST_STROKES * 4)
  @IsString({ each: true })
  @MaxLength(MOST_POINTS * 2 * POINT, { each: true })
  strokes!: string[];
}

export const drawingShown = (drawing: Drawn | null): Drawing | null =>
  drawing && { alt: drawing.alt, strokes: drawing.strokes.map(writeStroke) };
