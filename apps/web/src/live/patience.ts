/**
 * So long a page may stand without a line to the api before it is covered, in milliseconds: a lift or a tunnel passes, a lost
 * telephone does not.
 */
export const PATIENCE = 20_000;
