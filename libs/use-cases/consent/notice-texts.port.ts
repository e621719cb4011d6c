import type { NoticeText } from '#domain/consent/notice-words/notice-text.js';

/** A text as it was put before families, in one of its languages. */
export interface KeptNotice {
  readonly version: string;
  readonly language: string;
  readonly text: NoticeText;
  /** SHA-256 of the text as JSON. */
  readonly hash: Buffer;
}

/** Every text that was ever put before a family. They are only added. */
export abstract class NoticeTexts {
  /** As the service `consents`; one that is kept already stays as it is. */
  abstract keep(texts: readonly KeptNotice[]): Promise<void>;
  abstract find(version: string, language: string): Promise<KeptNotice | undefined>;
}
