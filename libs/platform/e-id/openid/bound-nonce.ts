import { createHash } from 'node:crypto';

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

/** Binds what was read and what is signed unseen into the one word that the broker puts under its signature. */
export const boundNonce = (parts: { readonly text: string; readonly data: string }): string =>
  hashOf(`samnav e-id\n${hashOf(parts.text)}\n${hashOf(parts.data)}`);
