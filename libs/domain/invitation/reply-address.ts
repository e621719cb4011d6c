/**
 * The address that an invitation comes from and its answer goes to: the house's sender with a secret of its own in the local
 * part, `samnav+<secret>@samnav.example` (RFC 5233). No part may be longer than mail servers take (RFC 5321 4.5.3.1).
 */

/** Chance in each secret. Addresses are read without regard to case, so it is written in hexadecimal. */
export const REPLY_SECRET_BYTES = 16;

/** Octets. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
const SECRET = 1 + REPLY_SECRET_BYTES * 2;

/** How long the sender's own local part may be, in octets. */
export const LONGEST_SENDER = LONGEST_LOCAL_PART - SECRET;

export interface Sender {
  readonly local: string;
  readonly host: string;
}

/** Out of `Samnav <samnav@samnav.example>` or the bare address; null where there is none. */
export function senderOf(from: string): Sender | null {
  const bare = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  const at = bare.lastIndexOf('@');
  if (at < 1 || at === bare.length - 1 || /\s/.test(bare)) return null;
  return { local: bare.slice(0, at).toLowerCase(), host: bare.slice(at + 1).toLowerCase() };
}

export const replyAddress = ({ local, host }: Sender, secret: string): string => `${local}+${secret}@${host}`;

/** How many octets a text takes in UTF-8. */
const octetsOf = (text: string): number =>
  [...text].reduce((octets, sign) => {
    const point = sign.codePointAt(0) ?? 0;
    return octets + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
  }, 0);

/** Whether every mail server takes what comes from it with a secret added. */
export const leavesRoomForReplies = ({ local, host }: Sender): boolean =>
  octetsOf(local) <= LONGEST_SENDER && octetsOf(local) + SECRET + 1 + octetsOf(host) <= LONGEST_ADDRESS;
