/** A printed document as another program than the one that wrote it reads it: its tags, its words and its fonts. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const poppler = await run('pdfinfo', ['-v']).then(
  () => true,
  () => false,
);
if (!poppler)
  process.stderr.write('SKIPPED: poppler (pdfinfo) is not installed, so the tags of the PDF are not read here.\n');

export interface Paper {
  readonly info: string;
  /** The tree of tags with the text under each, as a screen reader meets it. */
  readonly tree: string;
  /** What stands on the paper, also what is not read aloud. */
  readonly text: string;
  readonly fonts: string;
  /** Each word with its place on the paper, in points. */
  readonly boxes: string;
}

export async function readPaper(bytes: Buffer): Promise<Paper> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samnav-paper-'));
  const file = path.join(folder, 'paper.pdf');
  const read = async (program: string, args: string[]): Promise<string> => (await run(program, args)).stdout;
  try {
    await writeFile(file, bytes);
    return {
      info: await read('pdfinfo', [file]),
      tree: await read('pdfinfo', ['-struct-text', file]),
      text: await read('pdftotext', ['-layout', file, '-']),
      fonts: await read('pdffonts', [file]),
      boxes: await read('pdftotext', ['-bbox', file, '-']),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The words that a document carries for what is drawn otherwise than it is written (ActualText), in their order. */
export const wordsCarried = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g)]
    .map(([, raw = '']) => raw.replace(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPED[sign] ?? sign))
    .map((bytes) => Buffer.from(bytes, 'latin1').subarray(2).swap16().toString('utf16le'))
    .join('\n');
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
