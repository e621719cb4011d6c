import type { SealedEntry } from '#domain/ledger/leaf-encoding.js';

/** A signed head of the tree (RFC 9162 2.1): so many entries gave this root at that moment. */
export interface SignedHead {
  readonly origin: string;
  readonly number: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** By the server's own clock, UTC with microseconds. */
  readonly realAt: string;
  /** Nothing that could be sealed was left for the next one. */
  readonly whole: boolean;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface KeptSeal extends SignedHead {
  readonly peaks: readonly Uint8Array[];
}

export interface WaitingEntry extends SealedEntry {
  readonly xid: string;
}

export interface Leaf {
  readonly position: number;
  readonly entryId: string;
  readonly hash: Uint8Array;
  /** Null when the ledger has no such entry any more. */
  readonly entry: SealedEntry | null;
}

/** One sealer at a time, on one snapshot of the ledger. */
export interface Sealing {
  readonly realAt: string;
  findLast(): Promise<KeptSeal | undefined>;
  /** Entries of ended transactions that are not sealed, in the order of their ids; `sweep` looks at the whole ledger. */
  takeWaiting(
    sweep: boolean,
    most: number,
  ): Promise<{ readonly entries: readonly WaitingEntry[]; readonly whole: boolean }>;
  addLeaves(leaves: readonly Leaf[]): Promise<void>;
  addSeal(seal: KeptSeal): Promise<void>;
}

/** One look at everything, on one snapshot. */
export interface Inspection {
  seals(): Promise<readonly KeptSeal[]>;
  /** In the order of their places, from there on. */
  leaves(from: number, most: number): Promise<readonly Leaf[]>;
  /** Entries without a place in the tree; `late` when the newest seal should have held them. */
  unsealed(): Promise<readonly { readonly id: string; readonly at: string; readonly late: boolean }[]>;
}

/** The sealer's own connection: it reads the ledger and adds seals, and can do nothing else. */
export abstract class LedgerSeals {
  /** Null while another sealer is at it. */
  abstract sealing<T>(work: (sealing: Sealing) => Promise<T>): Promise<T | null>;
  abstract inspect<T>(work: (inspection: Inspection) => Promise<T>): Promise<T>;
}

/** Holds the signing key; the hash function comes with it, since a use case knows no machine. */
export abstract class HeadNotary {
  abstract hash(bytes: Uint8Array): Uint8Array;
  abstract sign(head: Omit<SignedHead, 'keyId' | 'signature' | 'origin'>): SignedHead;
  abstract isSigned(head: SignedHead): boolean;
}
