/** The command that answers when something is due: what it prints, and that it neither hides a fault nor fills memory. */
import { spawn, spawnSync } from 'node:child_process';
import { PassThrough, Readable, Writable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerLines, idOf } from '../../scripts/jsonl.js';

const due = (input: string | Buffer): { answers: unknown[]; stderr: string; status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/due.ts'], { input });
  const answers = stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
  return { answers: answers.map((line) => JSON.parse(line)), stderr: stderr.toString(), status };
};
const good = (id: string): string => JSON.stringify({ id, rule: { days: 1 }, from: '2026-01-01T00:00:00Z' });

describe('npm run due', () => {
  it('answers in order, skips blank lines and leaves with 0', () => {
    expect(due(`\n${good('b')}\n \r\n${good('a')}`)).toEqual({
      answers: [
        { id: 'b', due: '2026-01-02T23:00:00.000Z' },
        { id: 'a', due: '2026-01-02T23:00:00.000Z' },
      ],
      stderr: '',
      status: 0,
    });
  });

  it('answers the others too when a line is at fault, and leaves with 1', () => {
    const input = Buffer.concat([
      Buffer.from(`{"id":"x"}\nnonsense\n[]\n{"id":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${good('a')}\n`),
    ]);
    const { answers, stderr, status } = due(input);
    expect(answers).toEqual([
      { id: 'x', error: expect.any(String) },
      { id: null, error: 'the line is not JSON' },
      { id: null, error: expect.any(String) },
      { id: null, error: 'the line is not UTF-8' },
      { id: 'a', due: '2026-01-02T23:00:00.000Z' },
    ]);
    expect([stderr, status]).toEqual(['', 1]);
  });

  it('ends without a word when nobody reads on', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/due.ts'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.stdin.on('error', () => undefined);
    Readable.from(Array.from({ length: 20_000 }, () => `${good('a')}\n`)).pipe(child.stdin);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect([stderr, status]).toEqual(['', 0]);
  });
});

describe('lines of cases', () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  const collect = async (chunks: readonly Buffer[]): Promise<string> => {
    const output = new PassThrough();
    const written: Buffer[] = [];
    output.on('data', (part: Buffer) => written.push(part));
    await answerLines((value) => ({ id: idOf(value) }), { input: Readable.from(chunks), output });
    return Buffer.concat(written).toString();
  };

  it('are the same however the bytes arrive, also inside a letter', async () => {
    const bytes = Buffer.from('{"id":"å"}\n\n{"id":"line\u2028separator"}\n{"id":3}');
    const whole = await collect([bytes]);
    expect(whole).toBe('{"id":"å"}\n{"id":"line\u2028separator"}\n{"id":null}\n');
    expect(await collect([...bytes].map((byte) => Buffer.from([byte])))).toBe(whole);
  });

  it('are read only as fast as the answers are taken', async () => {
    let [read, taken, ahead] = [0, 0, 0];
    const input = Readable.from(
      (function* () {
        for (; read < 300; read += 1) yield Buffer.from(`{"id":"${read}"}\n`.repeat(100));
      })(),
      { highWaterMark: 2 },
    );
    const output = new Writable({
      write(_part, _encoding, done) {
        taken += 1;
        ahead = Math.max(ahead, read - taken);
        setImmediate(done);
      },
    });
    await answerLines((value) => ({ id: idOf(value) }), { input, output });
    expect([read, taken]).toEqual([300, 300]);
    expect(ahead).toBeLessThan(10);
  });

  it('have an end: one that is too long is answered and passed over', async () => {
    const long = Array.from({ length: 17 }, () => Buffer.alloc(1024 * 1024, 'x'));
    expect(await collect([...long, Buffer.from('\n{"id":"a"}\n')])).toMatch(
      /^\{"id":null,"error":"the line is longer than \d+ bytes"\}\n\{"id":"a"\}\n$/,
    );
    expect(process.exitCode).toBe(1);
  });
});
