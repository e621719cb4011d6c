/** The command that decides from outside: what it prints, in which order, and how it leaves. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const decide = (input: string): { answers: unknown[]; stderr: string; status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/decide.ts'], { input });
  const lines = stdout.toString().split('\n').slice(0, -1);
  return { answers: lines.map((line) => JSON.parse(line) as unknown), stderr: stderr.toString(), status };
};
const [first, second] = readFileSync('libs/domain/disclosure/cases/disclosure.jsonl', 'utf8').split('\n');

describe('npm run decide', () => {
  it('answers in order, skips blank lines and leaves with 0', () => {
    expect(decide(`\n${second}\n \r\n${first}`)).toEqual({
      answers: [
        { id: 'r00001', outcome: 'refuse', ground: 'OSL 18:1' },
        { id: 'r00000', outcome: 'release', ground: 'SoL 20:6' },
      ],
      stderr: '',
      status: 0,
    });
  });

  it('decides the others too when a line is no case, and leaves with 1', () => {
    const { answers, stderr, status } = decide(`{"id":"x"}\n{}\n"r1"\nnonsense\n{"__proto__":{"id":"y"}}\n${first}\n`);
    expect(answers).toEqual([
      { id: 'x', error: expect.any(String) },
      { id: null, error: expect.any(String) },
      { id: null, error: 'the line must be an object' },
      { id: null, error: 'the line is not JSON' },
      { id: null, error: expect.any(String) },
      { id: 'r00000', outcome: 'release', ground: 'SoL 20:6' },
    ]);
    expect([stderr, status]).toEqual(['', 1]);
  });
});
