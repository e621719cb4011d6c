/** The text that is put before families now; its hash is held to the text by a test beside this file. */
import { NOTICE_ID, NOTICE_VERSION } from '#domain/consent/notice.js';
import type { Notice } from './consent.port.js';

export const CURRENT_NOTICE: Notice = {
  id: NOTICE_ID,
  version: NOTICE_VERSION,
  hash: Buffer.from('2f409a1afab15ded939fb3c8022b49649b87b96ab4007042e47a8f806aaf9437', 'hex'),
};
