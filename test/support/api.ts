/** The real api in this process, on a port of its own and on a test's database: what a browser would speak to. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { io, type Socket } from 'socket.io-client';
import { AppModule } from '#api/app.module.js';
import { furnish } from '#api/furnish.js';
import { SESSION_COOKIE } from '#api/session/signed-request.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import { readSettings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { ABSOLUTE_LIMIT, IDLE_LIMIT } from '#domain/sign-in/decide-session.js';
import { SessionStore } from '#use-cases/sign-in/session.port.js';
import { SessionTokens } from '#use-cases/sign-in/session-token.port.js';
import type { TestDatabase } from './database.js';
import { freePort } from './free-port.js';

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly faults: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** What `query` throws when the api refuses: the first error's code is its message. */
export class ApiRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
  }
}

/** One person (or nobody) speaking to the api with their own cookie. */
export interface ApiClient {
  readonly cookie: string;
  readonly sessionId: string | null;
  /** The data of a query or mutation; throws ApiRefused when the api answers with errors. */
  query<T = Record<string, any>>(document: string, variables?: object): Promise<T>;
  /** The refusal of a query or mutation; throws when the api answers with data instead. */
  refusal(document: string, variables?: object): Promise<Refusal>;
  /** Any address of the api with this person's cookie; redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A connected socket of this person; it is closed with the api. */
  socket(): Promise<Socket>;
}

export interface Api {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly anonymous: ApiClient;
  /** Signs the person in by a session row of their own, acting in the given membership or their first one. */
  as(staff: { readonly id: string }, membershipId?: string): Promise<ApiClient>;
  /** A client with a cookie that somebody already has, written `name=value`. */
  withCookie(cookie: string): ApiClient;
  close(): Promise<void>;
}

/** Starts the api; `env` adds settings or replaces them. Close it in afterAll, before the database is dropped. */
export async function startApi(database: TestDatabase, env: Readonly<Record<string, string>> = {}): Promise<Api> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const url = `http://localhost:${port}`;
  const settings = readSettings({
    SAMNAV_LOG: process.env['SAMNAV_LOG'] ?? 'silent',
    SAMNAV_POOL: '6',
    // Tests do in seconds what people do in hours; the budget itself is tried where it is set.
    SAMNAV_REQUESTS_PER_MINUTE: '1000000',
    SAMNAV_PUBLIC_URL: url,
    PORT: String(port),
    ...database.env,
    ...env,
  });
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SETTINGS)
    .useValue(settings)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, bufferLogs: true });
  app.useLogger(app.get(Log));
  furnish(app);
  await app.listen(port, '127.0.0.1');
  const speakers = speakersTo(url);
  const { client } = speakers;
  return {
    url,
    app,
    anonymous: client(''),
    withCookie: (cookie) => client(cookie),
    as: async (staff, membershipId) => {
      const { token, id } = await newSession(app.get(AsCaller), app.get(SessionTokens), staff.id, membershipId ?? null);
      return client(`${SESSION_COOKIE}=${token}`, id);
    },
    close: async () => {
      speakers.hangUp();
      await app.close();
    },
  };
}

/** People who speak to an api at an address, in this process or another. */
export function speakersTo(url: string) {
  const sockets: Socket[] = [];
  const client = (cookie: string, sessionId: string | null = null): ApiClient => {
    const ask = makeAsk(url, cookie);
    return {
      cookie,
      sessionId,
      query: ask.query,
      refusal: ask.refusal,
      fetch: (path, init = {}) =>
        fetch(new URL(path, url), { redirect: 'manual', ...init, headers: { cookie, ...init.headers } }),
      socket: async () => {
        const socket = io(url, {
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: { cookie, origin: url },
        });
        sockets.push(socket);
        await new Promise<void>((resolve, reject) => {
          socket.once('hello', () => resolve());
          socket.once('connect_error', reject);
          socket.once('disconnect', (why) => reject(new Error(`the socket was closed: ${why}`)));
        });
        return socket;
      },
    };
  };
  return { client, hangUp: () => sockets.forEach((socket) => socket.close()) };
}

function makeAsk(url: string, cookie: string): Pick<ApiClient, 'query' | 'refusal'> {
  const post = async (document: string, variables: object) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'sv',
        origin: new URL(url).origin,
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as {
      data?: Record<string, unknown> | null;
      errors?: { message: string; extensions?: Record<string, any> }[];
      code?: string;
      message?: string;
    };
  };
  const refusalIn = (answer: Awaited<ReturnType<typeof post>>): Refusal | undefined => {
    const error = answer.errors?.[0];
    if (!error && answer.data) return undefined;
    return {
      code: String(error?.extensions?.['code'] ?? answer.code ?? 'UNKNOWN'),
      message: error?.message ?? answer.message ?? '',
      field: (error?.extensions?.['field'] as string | undefined) ?? null,
      faults: (error?.extensions?.['faults'] as Refusal['faults'] | undefined) ?? [],
    };
  };
  return {
    query: async <T>(document: string, variables: object = {}) => {
      const answer = await post(document, variables);
      const refusal = refusalIn(answer);
      if (refusal) throw new ApiRefused(refusal);
      return answer.data as T;
    },
    refusal: async (document, variables = {}) => {
      const answer = await post(document, variables);
      const refusal = refusalIn(answer);
      if (!refusal) throw new Error(`the api did not refuse: ${JSON.stringify(answer.data)}`);
      return refusal;
    },
  };
}

/** The session that a full sign-in would have made; test/e2e/sign-in proves the full one. */
export async function newSession(
  asCaller: AsCaller,
  tokens: SessionTokens,
  staffId: string,
  membershipId: string | null = null,
) {
  const { token, hash } = tokens.make();
  const id = randomUUID();
  await asCaller.run({ kind: 'service', name: 'sign-in', requestId: 'test' }, (tx) =>
    tx.of(SessionStore).add({
      id,
      tokenHash: hash,
      staffId,
      membershipId,
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      authTime: tx.now,
      idleUntil: new Date(tx.now.getTime() + IDLE_LIMIT),
      expiresAt: new Date(tx.now.getTime() + ABSOLUTE_LIMIT),
      providerSession: null,
    }),
  );
  return { token, id };
}
