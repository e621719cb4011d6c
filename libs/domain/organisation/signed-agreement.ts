/** What has been signed stands as it was signed: another text or other terms are another agreement. It may only end sooner. */
export interface Terms {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly signedBy: string;
  readonly parties: readonly { readonly branchId: string; readonly resources: string }[];
}

export const keepsWhatIsSigned = (was: Terms, is: Terms): boolean =>
  is.startsOn === was.startsOn && is.endsOn <= was.endsOn && is.signedBy === was.signedBy && haveSameParties(was, is);

export const haveSameParties = (was: Pick<Terms, 'parties'>, is: Pick<Terms, 'parties'>): boolean =>
  was.parties.length === is.parties.length &&
  was.parties.every(({ branchId, resources }) =>
    is.parties.some((one) => one.branchId === branchId && one.resources === resources),
  );
