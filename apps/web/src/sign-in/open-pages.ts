/** Pages that one may read without being signed in; everything else waits behind the door. */
const OPEN = /^\/(inloggning|utloggad|inloggad|demonstration)(\/|$)/;

export const isOpenPage = (path: string): boolean => OPEN.test(path);
