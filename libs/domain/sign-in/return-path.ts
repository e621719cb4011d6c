/** Where one may come back to after signing in: a page of this very site, so that a link can never carry a signed-in person elsewhere (ASVS 3.7.2). */

const MOST = 512;
const LOCAL = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;
const OWN_STEPS = /^\/(sign-in|sign-out|inloggning|utloggad)(?=[/?#]|$)/;

/** The path itself when it is local and no step of the sign-in; else the first page. */
export const decideReturnPath = (asked: string | null | undefined): string =>
  asked && asked.length <= MOST && LOCAL.test(asked) && !OWN_STEPS.test(asked) ? asked : '/';
