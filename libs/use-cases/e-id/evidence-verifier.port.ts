import type { VerificationFault } from '#domain/e-id/decide-completion.js';

/** `unreadable`: no evidence of an e-identification. `no-root`, `no-keys`: this installation has none to check it by. */
export type EvidenceFault = VerificationFault | 'unreadable' | 'no-root' | 'no-keys';

export type EvidenceVerdict =
  | {
      readonly outcome: 'holds';
      /** Twelve digits of whoever signed. */
      readonly personalNumber: string;
      /** The hash of the paper that was signed, as `sha-256:<hex>`. */
      readonly document: string;
      /** When the service says that it was valid. */
      readonly validAt: Date;
      /** The evidence alone says whose key made the signature: it was kept here, and shows nothing to whoever has only it. */
      readonly selfVouched: boolean;
    }
  | { readonly outcome: 'fails'; readonly why: EvidenceFault };

/** Weighs evidence that was kept, letter by letter, as it was weighed when it came. */
export abstract class EvidenceVerifier {
  abstract verify(evidence: string): Promise<EvidenceVerdict>;
}
