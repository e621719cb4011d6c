/** What the published page says of the detection of persons is what the list gives today. */
import { describe, expect, it } from '@jest/globals';
import { judge, personDetection, score } from '#domain/finding/cases/person-detection.js';
import { readSentences } from '#domain/finding/cases/read-sentences.js';
import { read } from './project-files.js';

const list = read('test/support/person-sentences.txt');

describe('person detection', () => {
  it('does in the published list what its page says', () => {
    expect(read('docs/person-detection.md')).toBe(personDetection(list));
  });

  it('is measured by at least three hundred sentences, with and without people', () => {
    const sentences = readSentences(list);
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(sentences.filter(({ marks }) => marks.length === 0).length).toBeGreaterThan(100);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it('does not fall below what it has reached', () => {
    const { recall, precision } = score(readSentences(list).map(judge));
    expect(recall).toBeGreaterThan(0.9);
    expect(precision).toBeGreaterThan(0.97);
  });
});
