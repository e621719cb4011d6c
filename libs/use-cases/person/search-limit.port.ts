/** How often one person may search: bulk searching is not work with a person (ASVS 2.4.1; OSL 26:1). */
export abstract class SearchLimit {
  /** Spends one search; answers the seconds to wait when there is none left, else 0. */
  abstract spend(staffId: string): Promise<number>;
}
