/**
 * What one has begun to write outlives its page, a closed laptop and a browser that fell: it lies on this device as ciphertext,
 * and the key of its day and post is the api's, given to nobody but whoever is signed in in that post. After three days nobody is
 * given it, so what is forgotten here can be opened by no one. Wiped at sign-out. What lies there is taken over by the next page,
 * never from one that still stands open.
 */
import type { DraftKeeping, KeptDraft } from './drafts.js';

/** One draft as it lies on the device; nothing in it says what it is about. */
export interface LyingDraft {
  readonly id: string;
  /** The page that wrote it. */
  readonly page: string;
  readonly staffId: string;
  readonly membershipId: string;
  /** Of the key: `2026-11-29`. */
  readonly day: string;
  /** Milliseconds since 1970 by this device; tells only which of two is newer. */
  readonly at: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

export interface DraftShelf {
  readonly all: () => Promise<readonly LyingDraft[]>;
  readonly put: (drafts: readonly LyingDraft[]) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}

export interface DraftWriter {
  readonly staffId: string;
  readonly membershipId: string;
}

export interface VaultNeeds {
  readonly shelf: DraftShelf;
  readonly page: string;
  /** Whether that page still stands open, in another tab. */
  readonly isOpen: (page: string) => Promise<boolean>;
  /** Of the days that can be opened, the newest first; the key as base64. */
  readonly keys: () => Promise<readonly { readonly day: string; readonly key: string }[]>;
  readonly now: () => number;
}

const NONCE = 12;
/** Whoever types is not kept waiting for the device. */
const SETTLES_AFTER = 300;
/** However wrong the device's clock is by a day: older than any key that is given. */
const TOO_OLD = 5 * 24 * 3_600_000;

type Keys = ReadonlyMap<string, CryptoKey>;

export class DraftVault implements DraftKeeping {
  private readonly ids = new Map<string, string>();
  private readonly unwritten = new Map<string, { readonly draft: KeptDraft; readonly onKept: () => void }>();
  /** What has been taken over from pages that are gone, until it lies here under this page's name. */
  private takenOver: readonly string[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;
  private asked: Promise<Keys> | undefined;
  /** One after the other: what was dropped must not come back by a slower write. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly writer: DraftWriter,
    private readonly needs: VaultNeeds,
  ) {}

  /** What this writer had begun on pages that are gone, the newest of each. */
  async takeOver(): Promise<readonly KeptDraft[]> {
    const all = await this.needs.shelf.all();
    const old = all.filter(({ at }) => this.needs.now() - at > TOO_OLD);
    const own = all.filter((one) => this.isOwn(one) && one.membershipId === this.writer.membershipId);
    const left = await this.ofGonePages(own);
    const keys: Keys = left.length === 0 ? new Map() : await this.keys();
    const found = new Map<string, KeptDraft>();
    const gone: string[] = [];
    for (const one of left.sort((one, other) => other.at - one.at)) {
      const draft = await this.unseal(keys, one);
      if (draft && !found.has(draft.name)) found.set(draft.name, draft);
      gone.push(one.id);
    }
    await this.needs.shelf.remove(old.map(({ id }) => id));
    this.takenOver = gone;
    for (const draft of found.values()) this.keep(draft, () => undefined);
    if (found.size === 0) await this.forgetTakenOver();
    return [...found.values()];
  }

  keep(draft: KeptDraft, onKept: () => void): void {
    this.unwritten.set(draft.name, { draft, onKept });
    this.settling ??= setTimeout(() => void this.write(), SETTLES_AFTER);
  }

  drop(name: string): void {
    this.unwritten.delete(name);
    const id = this.ids.get(name);
    this.ids.delete(name);
    if (id !== undefined) void this.next(() => this.needs.shelf.remove([id]));
  }

  /** At sign-out: all that this member of staff has here, in whichever post and tab. */
  wipe(): Promise<void> {
    clearTimeout(this.settling);
    this.settling = undefined;
    this.unwritten.clear();
    this.ids.clear();
    this.asked = undefined;
    return this.next(async () => {
      const own = (await this.needs.shelf.all()).filter((one) => this.isOwn(one));
      await this.needs.shelf.remove(own.map(({ id }) => id));
    });
  }

  /** Writes what has not been written yet; when it settles the device has it all, or cannot have it. */
  write(): Promise<void> {
    clearTimeout(this.settling);
    this.settling = undefined;
    return this.next(async () => {
      const writing = [...this.unwritten];
      if (writing.length === 0) return;
      const keys = await this.keys();
      const lying = await Promise.all(writing.map(([name, { draft }]) => this.seal(keys, name, draft)));
      await this.needs.shelf.put(lying);
      await this.forgetTakenOver();
      for (const [name, written] of writing) {
        // Sent or changed while it was being written.
        if (this.unwritten.get(name) === written) {
          this.unwritten.delete(name);
          written.onKept();
        } else if (!this.unwritten.has(name)) this.drop(name);
      }
    });
  }

  /** Asks for the keys while there is a network: what is typed after it is gone is kept too. */
  async prepare(): Promise<void> {
    await this.keys();
  }

  private next(work: () => Promise<void>): Promise<void> {
    // A device that keeps nothing (a private window, a full disk) leaves drafts in memory, where the browser asks about them.
    this.last = this.last.then(work).catch(() => undefined);
    return this.last;
  }

  private async forgetTakenOver(): Promise<void> {
    const gone = this.takenOver;
    this.takenOver = [];
    await this.needs.shelf.remove(gone);
  }

  private readonly isOwn = ({ staffId }: LyingDraft): boolean => staffId === this.writer.staffId;

  private async ofGonePages(lying: readonly LyingDraft[]): Promise<LyingDraft[]> {
    const pages = [...new Set(lying.map(({ page }) => page))].filter((page) => page !== this.needs.page);
    const open = new Map(await Promise.all(pages.map(async (page) => [page, await this.needs.isOpen(page)] as const)));
    return lying.filter(({ page }) => open.get(page) === false);
  }

  private keys(): Promise<Keys> {
    this.asked ??= this.needs.keys().then(async (given) => {
      const imported = given.map(async ({ day, key }): Promise<[string, CryptoKey]> => {
        const bytes = Uint8Array.from(atob(key), (char) => char.charCodeAt(0));
        return [day, await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])];
      });
      return new Map(await Promise.all(imported));
    });
    // What could not be asked for is asked for anew the next time.
    this.asked.catch(() => {
      this.asked = undefined;
    });
    return this.asked;
  }

  private async seal(keys: Keys, name: string, draft: KeptDraft): Promise<LyingDraft> {
    const [[day, key] = []] = keys;
    if (day === undefined || key === undefined) throw new Error('no key to write under');
    const id = this.ids.get(name) ?? crypto.randomUUID();
    this.ids.set(name, id);
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const text = new TextEncoder().encode(JSON.stringify(draft));
    const sealed = await crypto.subtle.encrypt(this.boundTo(day, nonce), key, text);
    return { id, page: this.needs.page, ...this.writer, day, at: this.needs.now(), nonce, sealed };
  }

  /** Nothing where its days are over, or somebody has changed it. */
  private async unseal(keys: Keys, { day, nonce, sealed }: LyingDraft): Promise<KeptDraft | undefined> {
    const key = keys.get(day);
    if (!key) return undefined;
    try {
      const text = await crypto.subtle.decrypt(this.boundTo(day, nonce), key, sealed);
      return JSON.parse(new TextDecoder().decode(text)) as KeptDraft;
    } catch {
      return undefined;
    }
  }

  private boundTo(day: string, nonce: Uint8Array<ArrayBuffer>): AesGcmParams {
    const { staffId, membershipId } = this.writer;
    return {
      name: 'AES-GCM',
      iv: nonce,
      additionalData: new TextEncoder().encode(`${staffId}|${membershipId}|${day}`),
    };
  }
}
