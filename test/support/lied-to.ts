/** A town that asks an identity provider which answers as it is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApi, type Api } from './api.js';
import { startLyingProvider, type LyingProvider } from './lying-provider.js';
import { buildWorld, type World } from './world.js';

export interface LiedTo {
  readonly world: World;
  readonly provider: LyingProvider;
  readonly api: Api;
  close(): Promise<void>;
}

/** A town whose people are known to such a provider, and the api that asks it. Close it in afterAll. */
export async function startLiedTo(): Promise<LiedTo> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samnav-lies-'));
  const world = await buildWorld();
  const provider = await startLyingProvider();
  await world.behindTheLocks('update staff_member set issuer = $1', [provider.url]);
  const api = await startApi(world.database, {
    SAMNAV_DEMONSTRATION: '1',
    SAMNAV_IDENTITY_URL: provider.url,
    SAMNAV_IDENTITY_KEY_FILE: path.join(folder, 'identity-client.jwk.json'),
  });
  return {
    world,
    provider,
    api,
    close: async () => {
      await api.close();
      await provider.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
