/** Every outlet of the schema with all that it can answer. */
import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import type { Api, ApiClient } from '../support/api.js';
import { schemaOf } from './calls.js';

export interface Outlet {
  readonly name: string;
  readonly document: string;
  variables(id: string): Record<string, unknown>;
}

export function outletsOf(api: Api, kind: 'Query' | 'Mutation'): readonly Outlet[] {
  const schema = schemaOf(api);
  const type = kind === 'Query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field: GraphQLField<unknown, unknown>) => {
    const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const head = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const args = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const shape = `${field.name}${args ? `(${args})` : ''} ${selectionOf(field.type, 3)}`;
    return {
      name: field.name,
      document: `${kind.toLowerCase()}${head ? ` (${head})` : ''} { ${shape} }`,
      variables: (id) => Object.fromEntries(needed.map((arg) => [arg.name, example(arg.name, arg.type, id)])),
    };
  });
}

/** Every field down to the fourth level that needs no argument. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .map((field) => {
      if (!isObjectType(getNamedType(field.type))) return field.name;
      return depth > 0 ? `${field.name} ${selectionOf(field.type, depth - 1)}` : '';
    })
    .filter((field) => field !== '');
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}

function example(name: string, type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return example(name, type.ofType, id);
  if (isListType(type)) return getNamedType(type).name === 'ID' ? [id] : [];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
        .map((field) => [field.name, example(field.name, field.type, id)]),
    );
  if (type.toString() === 'ID') return id;
  if (type.toString() === 'Int') return 1;
  if (type.toString() === 'Boolean') return true;
  return name === 'language' ? 'sv' : 'x';
}

/** The whole answer as text, with what stands in its head. */
export async function answerTo(
  client: Pick<ApiClient, 'fetch'>,
  api: Api,
  outlet: Outlet,
  id: string,
): Promise<string> {
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url },
    body: JSON.stringify({ query: outlet.document, variables: outlet.variables(id) }),
  });
  return headOf(response) + (await response.text());
}

export const headOf = (response: Response): string =>
  [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join('');
