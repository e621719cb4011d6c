/**
 * Answers a file of cases line by line, so that the rules can be tried from outside on as many cases as one likes:
 * a million lines need no more memory than one, and one bad line never hides the answers to the others.
 */
import type { Readable, Writable } from 'node:stream';

const NEWLINE = 0x0a;
/** A case is a few kilobytes; a line without end must not fill the memory. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** The id that an answer carries: the line's own, or null when it has none that is a text. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return null;
  const id = (value as { id: unknown }).id;
  return typeof id === 'string' ? id : null;
}

/**
 * Reads one JSON value a line and writes one answer a line in the same order; an answer with an `error` makes the exit
 * status 1. Blank lines are skipped. Ends quietly when whoever reads the answers has had enough of them.
 */
export async function answerLines(
  answer: (value: unknown) => object,
  { input = process.stdin, output = process.stdout }: { input?: Readable; output?: Writable } = {},
): Promise<void> {
  // The error of a write arrives through its callback; without a listener it would also end the process.
  const ignore = (): void => undefined;
  output.on('error', ignore);
  try {
    for await (const lines of lineBatches(input)) {
      let text = '';
      for (const line of lines) {
        const answered = answerLine(line, answer);
        if (answered === undefined) continue;
        if ('error' in answered) process.exitCode = 1;
        text += `${JSON.stringify(answered)}\n`;
      }
      if (text !== '') await write(output, text);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    process.stderr.write(`The cases could not be read or answered to the end: ${(error as Error).message}\n`);
    process.exitCode = 1;
  } finally {
    output.off('error', ignore);
  }
}

function answerLine(line: Buffer | 'too-long', answer: (value: unknown) => object): object | undefined {
  if (line === 'too-long') return { id: null, error: `the line is longer than ${LONGEST_LINE} bytes` };
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    if (text.trim() === '') return undefined;
    value = JSON.parse(text);
  } catch (error) {
    return { id: null, error: error instanceof TypeError ? 'the line is not UTF-8' : 'the line is not JSON' };
  }
  return answer(value);
}

/** Waits until the text is taken, which is what holds back the reading when the reader of the answers is slow. */
function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** `node:readline` would also break lines at U+2028 and at a lone carriage return, which JSON allows inside a line. */
async function* lineBatches(input: Readable): AsyncGenerator<(Buffer | 'too-long')[]> {
  let held: Buffer[] = [];
  let size = 0;
  const hold = (part: Buffer): void => {
    size += part.length;
    if (size > LONGEST_LINE) held = [];
    else held.push(part);
  };
  const take = (): Buffer | 'too-long' => {
    const line = size > LONGEST_LINE ? 'too-long' : held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
    const lines: (Buffer | 'too-long')[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      hold(bytes.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    if (start < bytes.length) hold(bytes.subarray(start));
    yield lines;
  }
  if (size > 0) yield [take()];
}
