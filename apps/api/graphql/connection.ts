import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Failure } from '#use-cases/failure.js';
import { ID } from '../guard/asked-of.js';

export const MOST_ON_PAGE = 100;

@ObjectType({ description: 'Whether more follows, and from where to ask on.' })
export class PageInfo {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many at most, from 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(MOST_ON_PAGE)
  first = 25;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** The types `<name>Edge` and `<name>Connection` of a list; extend the connection to add counts. */
export function connectionOf<Node extends object>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field() cursor!: string;
    @Field(() => node) node!: Node;
  }
  @ObjectType({ isAbstract: true })
  class NodeConnection {
    @Field(() => [NodeEdge]) edges!: NodeEdge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return NodeConnection;
}

/** A cursor is opaque to clients; here it is the sort key of the row, which carries no content. */
export function writeCursor(parts: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor, or undefined without one; a cursor that was not ours is refused at its argument. */
export function readCursor(cursor: string | null | undefined, parts: number): readonly (string | null)[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(read) && read.length === parts && read.every((p) => p === null || typeof p === 'string'))
      return read as (string | null)[];
  } catch {
    // Answered below, like every other cursor that is not ours.
  }
  throw new Failure('BAD_REQUEST', 'after');
}

/** The place in a list by time: an instant, and the id of the row where several have the same. */
export function readPlaceInTime(cursor: string | null | undefined): { readonly at: Date; readonly id: string } | null {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [at, id] = parts;
  if (!at || !id || Number.isNaN(Date.parse(at)) || !ID.test(id)) throw new Failure('BAD_REQUEST', 'after');
  return { at: new Date(at), id };
}

export function pageOf<Row, Node>(
  rows: readonly Row[],
  more: boolean,
  of: { readonly cursor: (row: Row) => string; readonly node: (row: Row) => Node },
): { edges: Edge<Node>[]; pageInfo: PageInfo } {
  const edges = rows.map((row) => ({ cursor: of.cursor(row), node: of.node(row) }));
  return { edges, pageInfo: { hasNextPage: more, endCursor: edges.at(-1)?.cursor ?? null } };
}
