/** What somebody grades or proposes while one writes is told from all else that happens on the case. */
import { expect, it } from '@jest/globals';
import { fileOver, type File } from './file-over.js';

const file = (grades: string[], proposals: string[]) =>
  ({ gradings: grades.map((id) => ({ id })), proposals: proposals.map((id) => ({ id })) }) as unknown as File;

it('another grade or another proposal is something else to write over', () => {
  const before = fileOver(file(['g1'], []));
  expect(fileOver(file(['g1'], []))).toBe(before);
  // The newest stands first.
  expect(fileOver(file(['g2', 'g1'], []))).not.toBe(before);
  expect(fileOver(file(['g1'], ['p1']))).not.toBe(before);
  expect(fileOver(file([], []))).not.toBe(before);
});
