/** Other keys than the data were sealed with read nothing of it, and what they write nobody reads later: so the boot stops. */
import { Injectable } from '@nestjs/common';
import { AsCaller } from './as-caller.js';
import { KeyFingerprints, KeyFingerprintStore } from './key-fingerprints.port.js';

const RECEPTION = { kind: 'service', name: 'reception', requestId: 'boot' } as const;

@Injectable()
export class RequireSameKeys {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly keys: KeyFingerprints,
  ) {}

  /** Notes the keys that are new to the database. Throws a sentence where one that it knows is missing or another. */
  async run(): Promise<void> {
    await this.asCaller.run(RECEPTION, async (tx) => {
      const store = tx.of(KeyFingerprintStore);
      const [noted, inHand] = [await store.noted(), this.keys.ofKeys()];
      if (noted.size === 0) await this.requireOpening(store);
      requireKnown(noted, inHand);
      await store.note(inHand);
      // Another process may have noted its own in between.
      requireKnown(await store.noted(), inHand);
    });
  }

  /** A database that is older than the fingerprints tells by what it holds. */
  private async requireOpening(store: KeyFingerprintStore): Promise<void> {
    for (const { personId, key } of await store.samples())
      if (!this.keys.opens(personId, key)) throw otherKeys(`kek ${key.kekVersion}`);
  }
}

function requireKnown(noted: ReadonlyMap<string, Buffer>, inHand: ReadonlyMap<string, Buffer>): void {
  for (const [name, fingerprint] of noted) if (!inHand.get(name)?.equals(fingerprint)) throw otherKeys(name);
}

const otherKeys = (name: string): Error =>
  new Error(
    `The key file (SAMNAV_KEY_FILE) is not the one that this database was filled with: its key "${name}" is missing or another, so nothing could be read. Restore the key file from its backup, or point at an empty database (docs/operations.md).`,
  );
