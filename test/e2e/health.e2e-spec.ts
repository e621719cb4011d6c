import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api } from '../support/api.js';
import { buildWorld, type World } from '../support/world.js';

describe('addresses that are the server’s', () => {
  let world: World;
  let api: Api;
  beforeAll(async () => {
    world = await buildWorld();
    api = await startApi(world.database);
  }, 30_000);
  afterAll(async () => {
    await api.close();
    await world.close();
  });

  it('tells a load balancer that the database answers', async () => {
    const answer = await fetch(`${api.url}/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  it('says 404 of a part of the client that is gone, and gives the page itself for the client’s own addresses', async () => {
    const gone = await fetch(`${api.url}/assets/gone-a1b2.js`);
    expect([gone.status, gone.headers.get('content-type')?.startsWith('application/json')]).toEqual([404, true]);
    const page = await fetch(`${api.url}/inkorg`);
    expect([page.status, page.headers.get('content-type')?.startsWith('text/html')]).toEqual([200, true]);
  });
});
