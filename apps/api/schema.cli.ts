import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Type } from '@nestjs/common';
import { features } from './features.js';

/** `npm run schema` writes schema.graphql from the code; with --check it only says whether the committed one is stale. */
const isResolver = (provider: unknown): provider is Type =>
  typeof provider === 'function' &&
  (Reflect.hasMetadata('graphql:resolver_name', provider) || Reflect.hasMetadata('graphql:resolver_type', provider));
const resolvers = features
  .flatMap((module) => (Reflect.getMetadata('providers', module) as unknown[] | undefined) ?? [])
  .filter(isResolver);

const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
const schema = lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create(resolvers));
const text = `# Made from the code by npm run schema; never edited by hand.\n\n${printSchema(schema)}\n`;
await app.close();
if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync('schema.graphql', 'utf8');
  } catch {
    // A missing file is a stale one.
  }
  if (committed !== text) {
    process.stderr.write('schema.graphql is stale: run npm run schema and commit it.\n');
    process.exit(1);
  }
} else {
  writeFileSync('schema.graphql', text);
}
