/** What is said outside the program: the same to everyone, whatever it is about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface MailWords {
  readonly subject: string;
  readonly mail: string;
}

interface MessageWords extends MailWords {
  readonly sms: string;
  /** By language; a language that is not here is met in Swedish. */
  readonly familyLink: Readonly<Record<string, string>>;
  readonly invitation: { readonly request: MailWords; readonly moved: MailWords; readonly cancel: MailWords };
}

const folder = path
  .dirname(fileURLToPath(import.meta.url))
  .replace(`${path.sep}dist${path.sep}libs`, `${path.sep}libs`);
export const messageWords = JSON.parse(readFileSync(path.join(folder, 'words.sv.json'), 'utf8')) as MessageWords;
