/** What is said outside the program: the same to everyone, whatever it is about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNoticeLanguage, type NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';

interface MailWords {
  readonly subject: string;
  readonly mail: string;
}

interface MessageWords extends MailWords {
  readonly sms: string;
  readonly invitation: { readonly request: MailWords; readonly moved: MailWords; readonly cancel: MailWords };
}

const folder = path
  .dirname(fileURLToPath(import.meta.url))
  .replace(`${path.sep}dist${path.sep}libs`, `${path.sep}libs`);
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
export const messageWords = read('words.sv.json') as MessageWords;

const familyLink = read('family-link.json') as Readonly<Record<NoticeLanguage, { readonly sms: string }>>;

/** A family's first word from the town, in their language; one that is not here is met in Swedish. */
export const familyLinkText = (language: string, address: string): string =>
  familyLink[isNoticeLanguage(language) ? language : 'sv'].sms.replace('{{address}}', address);
