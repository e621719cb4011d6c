import type { Response } from 'express';

export interface SentFile {
  /** Media type. */
  readonly type: string;
  /** Stands in download folders, so it names nobody. */
  readonly file: string;
  readonly body: string | Buffer;
}

/** Hands a file over to be kept, by the browser's folder and by no cache on the way. */
export function sendFile(response: Response, { type, file, body }: SentFile): void {
  response
    .setHeader('Content-Type', type)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Content-Disposition', `attachment; filename="${file}"`)
    .send(body);
}
