import type { ProofFault } from '#platform/crypto/ledger-proof-note.js';
import type { NotProven } from '#use-cases/ledger/prove-ledger.js';
import type { LedgerFault } from '#use-cases/ledger/verify-ledger.js';

/** What was found, for whoever keeps the system and has never heard of a Merkle tree. */
export function faultSentence(fault: LedgerFault): string {
  switch (fault.code) {
    case 'changed':
      return `Entry ${fault.entryId} was changed after it was sealed.`;
    case 'removed':
      return `Entry ${fault.entryId} was sealed and has been removed.`;
    case 'inserted':
      return `Entry ${fault.entryId} was put in afterwards: its time was sealed without it.`;
    case 'back-dated':
      return `Entry ${fault.entryId} is back-dated: it was sealed long after the time that it bears.`;
    case 'root-differs':
      return `The list of sealed entries was altered or put in another order before seal ${fault.seal}.`;
    case 'signature-wrong':
      return `Seal ${fault.seal} is not signed by this installation's key, or was changed.`;
    case 'seal-missing':
      return `Seal ${fault.seal} has been removed.`;
    case 'places-missing':
      return `Seal ${fault.seal} covers more entries than are listed: entries were cut off.`;
    case 'places-too-many':
      return `${fault.size} entries are listed as sealed, more than the newest seal covers: the newest seals were removed.`;
    case 'head-signature-wrong':
      return 'The head that was kept is not signed by this installation’s key.';
    case 'head-differs':
      return `The first ${fault.size} entries are not those of the head that was kept: history was rewritten.`;
    case 'head-ahead':
      return `The head that was kept covers ${fault.size} entries, more than there are: the ledger was cut off.`;
  }
}

export function notProvenSentence(why: NotProven): string {
  switch (why) {
    case 'nothing-sealed':
      return 'Nothing has been sealed yet: the worker seals twice a second while it runs.';
    case 'not-sealed':
      return 'No sealed entry has that number. If it was written just now, try again in a second.';
    case 'entry-falsified':
      return 'The entry is not what was sealed. Run npm run ledger -- verify.';
    case 'head-ahead':
      return 'The head that was kept covers more entries than there are: the ledger was cut off.';
  }
}

export function proofFaultSentence(why: ProofFault): string {
  switch (why) {
    case 'unreadable':
      return 'That file is no proof as "npm run ledger -- prove-entry" or "prove-growth" prints it.';
    case 'head-not-signed':
      return 'The head in the proof is not signed by that key.';
    case 'older-head-missing':
      return 'A proof of growth is checked against the head that you kept: add --head FILE.';
    case 'older-head-not-signed':
      return 'The head that was kept is not signed by that key.';
    case 'proof-wrong':
      return 'The proof does not hold: what it claims is not what was sealed.';
  }
}
