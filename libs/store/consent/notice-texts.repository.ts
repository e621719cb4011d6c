import type { NoticeText } from '#domain/consent/notice-words/notice-text.js';
import { NoticeTexts, type KeptNotice } from '#use-cases/consent/notice-texts.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class NoticeTextsRepository extends NoticeTexts {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async keep(texts: readonly KeptNotice[]): Promise<void> {
    await this.context.manager.query(
      `insert into notice_text (version, language, text, hash)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) on conflict do nothing`,
      [
        texts.map(({ version }) => version),
        texts.map(({ language }) => language),
        texts.map(({ text }) => JSON.stringify(text)),
        texts.map(({ hash }) => hash),
      ],
    );
  }

  async find(version: string, language: string): Promise<KeptNotice | undefined> {
    const [row]: { text: string; hash: Buffer }[] = await this.context.manager.query(
      `select text, hash from notice_text where version = $1 and language = $2`,
      [version, language],
    );
    // Kept as it was written here, and held to its hash by the table.
    return row && { version, language, text: JSON.parse(row.text) as NoticeText, hash: row.hash };
  }
}
