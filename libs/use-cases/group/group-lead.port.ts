/** What whoever leads a group works on its case by, beside the seats in it. */
export abstract class GroupLeadStore {
  /** Puts whoever leads a group on its case for as long as their posts last; false where they work on it by something that lasts already. */
  abstract putToLead(on: {
    readonly id: string;
    readonly caseId: string;
    readonly branchId: string;
    readonly staffId: string;
    readonly by: string;
  }): Promise<boolean>;
  /** Takes them off it again, unless they lead another group about it that is not over. */
  abstract endLead(of: {
    readonly groupId: string;
    readonly caseId: string;
    readonly staffId: string;
    readonly at: Date;
  }): Promise<void>;
}
