/** Every operation of the schema as somebody calls it who knows the schema and an id. */
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Api } from '../support/api.js';

export interface Call {
  readonly name: string;
  readonly document: string;
  variables(id: string): Record<string, unknown>;
}

export const schemaOf = (api: Api): GraphQLSchema => api.app.get(GraphQLSchemaHost, { strict: false }).schema;

/** Words that pass the form, so that the question of whose it is comes next. */
const WORDS: Readonly<Record<string, string>> = {
  grade: 'red',
  instrument: 'check-irk',
  protection: 'marking',
  maturity: 'joint',
  knowledge: 'does-not-know',
  kind: 'parent',
  source: 'told',
  startsOn: '2020-01-01',
  endsOn: '2026-01-01',
  decision: 'open-investigation',
  reasons: 'Skäl.',
};

/** Every operation that takes an id. */
export function callsWithIds(schema: GraphQLSchema): readonly Call[] {
  return (['Query', 'Mutation'] as const).flatMap((kind) => {
    const type = kind === 'Query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {})
      .map((field) => callOf(kind, field))
      .filter((call) => JSON.stringify(call.variables('ID')).includes('"ID"'));
  });
}

/** An operation as anyone can write it from the schema alone: what it needs, and nothing of what it answers. */
export function callOf(kind: string, field: GraphQLField<unknown, unknown>): Call {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const head = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const wanted = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    name: field.name,
    document: `${kind.toLowerCase()}${head ? ` (${head})` : ''} { ${field.name}${args ? `(${args})` : ''}${wanted} }`,
    variables: (id) => Object.fromEntries(needed.map((arg) => [arg.name, example(arg.name, arg.type, id)])),
  };
}

function example(name: string, type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return example(name, type.ofType, id);
  if (isListType(type)) return getNamedType(type).name === 'ID' ? [id] : [];
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((f) => isNonNullType(f.type) && f.defaultValue === undefined);
    return Object.fromEntries(needed.map((f) => [f.name, example(f.name, f.type, id)]));
  }
  if (type.toString() === 'ID') return id;
  if (type.toString() === 'Int') return 1;
  if (type.toString() === 'Boolean') return true;
  return WORDS[name] ?? (name === 'clientKey' ? 'a1b2c3d4-0000-4000-8000-000000000001' : 'x');
}

/** As many at a time as a browser asks. */
export async function fewAtATime<T>(all: readonly T[], work: (one: T, at: number) => Promise<void>): Promise<void> {
  const waiting = [...all.entries()];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one[1], one[0]);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}
