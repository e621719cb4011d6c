/** A word that stands twice in a catalogue hides the first of its sentences, and whoever meets that reads the other. */
import { describe, expect, it } from '@jest/globals';
import { read, source } from './project-files.js';

const KEY = /^( *)"((?:[^"\\]|\\.)+)": /;

/** Paths that stand more than once in a file as the formatter writes it: two blanks a level. */
function twice(text: string): string[] {
  const path: string[] = [];
  const seen = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, blanks = '', key = ''] = KEY.exec(line) ?? [];
    if (key === '') continue;
    path.splice(blanks.length / 2 - 1, Infinity, key);
    const at = path.join('.');
    seen.set(at, (seen.get(at) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([at]) => at);
}

describe('a catalogue of texts', () => {
  it('is told by its file when a word stands there twice', () => {
    expect(twice('{\n  "a": {\n    "b": "x"\n  },\n  "b": "y",\n  "a": {\n    "b": "z"\n  }\n}')).toEqual(['a', 'a.b']);
  });

  it('has each word once', () => {
    const files = source.filter((file) => /(texts|words)[^/]*\.json$|texts\/[^/]+\.json$/.test(file));
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => twice(read(file)).map((at) => `${file}: ${at}`))).toEqual([]);
  });
});
