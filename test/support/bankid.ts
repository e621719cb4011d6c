/** The test e-identification in this process over real mutual TLS, with a clock that the test moves, and a client of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTestService, type TestService } from '#demo/bankid/test-service.js';
import { FILES } from '#demo/bankid/authority.js';
import type { BankidSettings } from '#platform/config/settings.js';
import { makeBankid } from '#platform/e-id/make-e-id.js';
import type { BankidIdentification } from '#platform/e-id/bankid/bankid-identification.js';
import type { EIdQuestion } from '#use-cases/e-id/e-id.port.js';

export interface BankidTown {
  readonly service: TestService;
  readonly settings: BankidSettings;
  readonly eId: BankidIdentification;
  /** What was written to the process log. */
  readonly told: readonly string[];
  /** Lets the service's clock go on by so many milliseconds. */
  pass(milliseconds: number): void;
  /** The same service with other files or more patience. */
  client(changes?: Partial<BankidSettings>, patience?: number): BankidIdentification;
  close(): Promise<void>;
}

export async function startBankid(): Promise<BankidTown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samnav-bankid-'));
  const kept = path.join(folder, 'bankid');
  let passed = 0;
  const service = await makeTestService(kept, () => Date.now() + passed);
  const port = await service.listen(0);
  const settings: BankidSettings = {
    url: `https://localhost:${port}`,
    appUrl: 'bankid:///',
    certificateFile: path.join(kept, FILES.certificate),
    keyFile: path.join(kept, FILES.key),
    serverAuthorityFile: path.join(kept, FILES.serverAuthority),
    rootFile: path.join(kept, FILES.root),
  };
  const told: string[] = [];
  const client = (changes: Partial<BankidSettings> = {}, patience = 5_000): BankidIdentification =>
    makeBankid({ ...settings, ...changes }, (what, code) => told.push(`${what}: ${code}`), patience);
  return {
    service,
    settings,
    eId: client(),
    told,
    client,
    pass: (milliseconds) => (passed += milliseconds),
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const aQuestion = (more: Partial<EIdQuestion> = {}): EIdQuestion => ({
  purpose: 'sign',
  expectedPersonalNumber: null,
  visibleText: 'Socialtjänsten får tala med skolan om Elias till och med 27 maj 2027.',
  nonVisibleData: `sha-256:${'ab'.repeat(32)}`,
  endUserIp: '192.0.2.17',
  returnUrl: 'https://samnav.example/f/samtycke',
  language: 'sv',
  ...more,
});
