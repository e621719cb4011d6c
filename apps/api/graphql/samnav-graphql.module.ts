import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Response } from 'express';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { languageInHand } from '../session/request-scope.js';
import type { SignedRequest } from '../session/signed-request.js';
import { formatFailure } from './format-failure.js';

/** How deep one question may go: the operation itself is no level. */
export const DEPTH = 9;

/** Limits that a person's screen never reaches and a hostile query does (ASVS 4.3.1). */
const LIMITS = { depth: DEPTH, aliases: 15, directives: 20, tokens: 2_500, cost: 20_000 } as const;

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [SETTINGS, Log],
      useFactory: (settings: Settings, log: Log) => {
        const open = settings.demonstration;
        const armor = new ApolloArmor({
          maxDepth: { n: LIMITS.depth },
          maxAliases: { n: LIMITS.aliases },
          maxDirectives: { n: LIMITS.directives },
          // The parser's own limit stands in its place: armor's answers 500.
          maxTokens: { enabled: false },
          costLimit: { maxCost: LIMITS.cost },
          blockFieldSuggestion: { enabled: true },
        }).protect();
        return {
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          playground: false,
          introspection: open,
          parseOptions: { maxTokens: LIMITS.tokens },
          includeStacktraceInErrorResponses: false,
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          validationRules: [...armor.validationRules],
          plugins: [...armor.plugins],
          context: ({ req, res }: { req: SignedRequest; res: Response }) => ({ req, res, language: req.language }),
          formatError: (formatted: Parameters<typeof formatFailure>[0], thrown: unknown) =>
            formatFailure(formatted, thrown, languageInHand(), (e) =>
              log.error('unforeseen failure', { kind: e instanceof Error ? e.name : typeof e, at: placeOf(e) }),
            ),
        } as ApolloDriverConfig;
      },
    }),
  ],
})
export class SamnavGraphqlModule {}

/** Where in our code it happened; the message may hold what a person wrote, so it stays out of the log. */
function placeOf(error: unknown): string | undefined {
  return error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => line.includes('    at '))
        .slice(0, 4)
        .map((line) => line.trim())
        .join(' | ')
    : undefined;
}
