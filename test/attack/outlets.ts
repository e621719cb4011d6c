/** Every outlet of the schema with all that it can answer. */
import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { DEPTH } from '#api/graphql/samnav-graphql.module.js';
import type { Api, ApiClient } from '../support/api.js';
import { schemaOf } from './calls.js';

export interface Outlet {
  readonly name: string;
  readonly document: string;
  variables(id: string): Record<string, unknown>;
}

/** Each as it is asked with what it needs; and, where more ids can be given, once more with all of them. */
export function outletsOf(api: Api, kind: 'Query' | 'Mutation'): readonly Outlet[] {
  return Object.values(rootOf(schemaOf(api), kind)?.getFields() ?? {}).flatMap((field) => [
    outletOf(kind, field, false),
    ...(field.args.some(({ type }) => hasOptionalId(type)) ? [outletOf(kind, field, true)] : []),
  ]);
}

const rootOf = (schema: GraphQLSchema, kind: 'Query' | 'Mutation') =>
  kind === 'Query' ? schema.getQueryType() : schema.getMutationType();

function outletOf(kind: string, field: GraphQLField<unknown, unknown>, isFilled: boolean): Outlet {
  const given = field.args.filter((arg) => isNeeded(arg) || (isFilled && holdsId(arg.type)));
  const head = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const shape = `${field.name}${args ? `(${args})` : ''} ${selectionOf(field.type, [])}`;
  return {
    name: field.name,
    document: `${kind.toLowerCase()}${head ? ` (${head})` : ''} { ${shape} }`,
    variables: (id) => Object.fromEntries(given.map(({ name, type }) => [name, example(name, type, { id, isFilled })])),
  };
}

interface Wanted {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

const isNeeded = ({ type, defaultValue }: Wanted): boolean => isNonNullType(type) && defaultValue === undefined;

const partsOf = (type: GraphQLInputType): readonly GraphQLInputField[] => {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
};

const holdsId = (type: GraphQLInputType): boolean =>
  getNamedType(type).name === 'ID' || partsOf(type).some((part) => holdsId(part.type));

/** Whether an id can be given that need not be. */
const hasOptionalId = (type: GraphQLInputType): boolean =>
  isNonNullType(type)
    ? isListType(type.ofType)
      ? partsOf(type).some((part) => holdsId(part.type))
      : partsOf(type).some((part) => hasOptionalId(part.type))
    : holdsId(type);

/** Every field that needs no argument, as deep as the api lets anybody ask; a type within itself is gone into once more. */
function selectionOf(type: GraphQLOutputType, path: readonly string[]): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const deep = [...path, named.name];
  const fields = Object.values(named.getFields())
    .filter((field) => !field.args.some(isNeeded))
    .map((field) => {
      const below = getNamedType(field.type);
      if (!isObjectType(below)) return field.name;
      // The outlet itself is the first level, and every type on the way one more.
      const isDeeper = deep.length + 2 <= DEPTH && deep.filter((name) => name === below.name).length < 2;
      return isDeeper ? `${field.name} ${selectionOf(field.type, deep)}` : '';
    })
    .filter((field) => field !== '');
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}

/**
 * What an answer can hold and a document does not ask for, written as the way to it: nothing, unless it lies deeper than the
 * api lets anybody ask, or within its own kind for the third time.
 */
export function leftOutOf(schema: GraphQLSchema, document: string): readonly string[] {
  const leftOut: string[] = [];
  const way: { readonly field: string; readonly type: string }[] = [];
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field: {
        enter: ({ name, selectionSet }) => {
          const type = getNamedType(info.getType());
          way.push({ field: name.value, type: type?.name ?? '' });
          if (!isObjectType(type)) return;
          const asked = selectionSet?.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : ''));
          for (const field of Object.values(type.getFields())) {
            const below = getNamedType(field.type);
            const levels = way.length + (isObjectType(below) ? 2 : 1);
            const isAgain = way.filter((step) => step.type === below.name).length > 1;
            if (!asked?.includes(field.name) && levels <= DEPTH && !isAgain)
              leftOut.push([...way.map((step) => step.field), field.name].join('.'));
          }
        },
        leave: () => void way.pop(),
      },
    }),
  );
  return leftOut;
}

interface Given {
  readonly id: string;
  readonly isFilled: boolean;
}

function example(name: string, type: GraphQLInputType, given: Given): unknown {
  if (isNonNullType(type)) return example(name, type.ofType, given);
  if (isListType(type))
    return getNamedType(type).name === 'ID' || (given.isFilled && holdsId(type))
      ? [example(name, type.ofType, given)]
      : [];
  if (isInputObjectType(type))
    return Object.fromEntries(
      partsOf(type)
        .filter((part) => isNeeded(part) || (given.isFilled && holdsId(part.type)))
        .map((part) => [part.name, example(part.name, part.type, given)]),
    );
  if (type.toString() === 'ID') return given.id;
  if (type.toString() === 'Int') return 1;
  if (type.toString() === 'Boolean') return true;
  if (type.toString() === 'DateTime') return '2026-01-15T08:00:00.000Z';
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
