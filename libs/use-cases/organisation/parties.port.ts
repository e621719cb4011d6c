export type PartyLevel = 'authority' | 'branch' | 'unit';

interface Party {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly endedAt: Date | null;
  readonly version: number;
}

export interface AuthorityFacts extends Party {
  readonly kind: string;
}

export interface BranchFacts extends Party {
  readonly authorityId: string;
}

export interface UnitFacts extends Party {
  readonly branchId: string;
  readonly kind: string;
  readonly answersHub: boolean;
  /** How many hold a post here now. */
  readonly people: number;
}

export interface Parties {
  readonly municipality: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly settings: Readonly<Record<string, unknown>>;
  };
  readonly authorities: readonly AuthorityFacts[];
  readonly branches: readonly BranchFacts[];
  readonly units: readonly UnitFacts[];
}

export interface PartyChange {
  readonly name: string;
  /** Only a unit has these two; an authority keeps its kind, since secrecy hangs on it. */
  readonly kind?: string;
  readonly answersHub?: boolean;
}

/** A municipality's authorities, independent branches and units. */
export abstract class PartyStore {
  abstract findAll(municipalityId: string): Promise<Parties | undefined>;
  /** Keeps others from changing the municipality's own row for as long as the transaction runs. */
  abstract lockMunicipality(id: string): Promise<void>;
  /** False when someone has changed it since that version. */
  abstract change(level: PartyLevel, id: string, version: number, to: PartyChange): Promise<boolean>;
  /** `at` null opens it again. False when someone has changed it since that version. */
  abstract setEnded(level: PartyLevel, id: string, version: number, at: Date | null): Promise<boolean>;
  abstract changeMunicipality(
    id: string,
    to: { readonly name: string; readonly settings: Readonly<Record<string, unknown>> },
  ): Promise<void>;
  /** Whether the extract that families read names staff; nothing else among the settings is touched. */
  abstract settleExtract(municipalityId: string, namesStaff: boolean): Promise<void>;
}
