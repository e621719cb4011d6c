/** What we keep of a question to the identity provider until its answer comes. */
export interface IdentityQuestion {
  readonly redirectTo: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says it is. A person is issuer and subject together, never a name or an e-mail (ASVS 6.8.1). */
export interface ProvedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | null;
  /** Milliseconds since the person proved it, below 0 when the provider's clock is ahead; null when it does not tell. */
  readonly provedAgo: number | null;
  /** Milliseconds from the id token's making to its end. */
  readonly tokenLife: number;
  readonly acceptedAcr: readonly string[];
  /** The provider's word for its own session, given back at sign-out. */
  readonly providerSession: string;
}

/** `cancelled`: the person turned back; `forged`: the answer does not hold; `unavailable`: the provider does not answer. */
export class IdentityRefused extends Error {
  constructor(readonly why: 'cancelled' | 'forged' | 'unavailable') {
    super(why);
  }
}

/** The municipality's own sign-in. Both calls throw IdentityRefused. */
export abstract class IdentityProvider {
  /** `again` makes the person prove themselves anew even if the provider remembers them. */
  abstract ask(how: { readonly again: boolean; readonly hint: string | null }): Promise<IdentityQuestion>;
  /** Checks the answer (its query string) against the question and fetches the identity. */
  abstract hear(answer: string, question: Omit<IdentityQuestion, 'redirectTo'>): Promise<ProvedIdentity>;
  /** Where the browser goes to end the provider's session too; null when the provider cannot. */
  abstract signOutAddress(providerSession: string | null): Promise<string | null>;
}
