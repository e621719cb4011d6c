/** Where the pen stands after others' words came into the text: before them it stays, after them it moves along. */
export function moveCaret(before: string, after: string, caret: number): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (caret <= head) return caret;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (caret >= before.length - tail) return caret + after.length - before.length;
  return Math.min(caret, after.length - tail);
}
