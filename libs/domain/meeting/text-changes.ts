/** What one person changed against the version that they read: the shortest way from the one to the other (Myers 1986). */

/** Base words `from`–`to` were replaced by the other's words `start`–`end`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Beyond so many differing words it is a new text, compared whole: the search must not tire the server. */
const MOST_STEPS = 1_000;

/** In order; never touching each other. What both have in common at the ends is set aside first. */
export const findTextChanges = (base: readonly string[], other: readonly string[]): readonly TextChange[] => {
  let head = 0;
  while (head < base.length && head < other.length && base[head] === other[head]) head++;
  let tail = 0;
  const most = Math.min(base.length, other.length) - head;
  while (tail < most && base[base.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const changes = shortest(base.slice(head, base.length - tail), other.slice(head, other.length - tail));
  return changes.map(({ from, to, start, end }) => ({
    from: from + head,
    to: to + head,
    start: start + head,
    end: end + head,
  }));
};

const shortest = (base: readonly string[], other: readonly string[]): readonly TextChange[] => {
  if (base.length === 0 && other.length === 0) return [];
  const reached: (readonly number[])[] = [];
  let far: number[] = [0];
  for (let steps = 0; steps <= Math.min(base.length + other.length, MOST_STEPS); steps++) {
    const next: number[] = [];
    /** Place `p` of a row of `steps` is the diagonal `2p − steps`: words taken from the base less words from the other. */
    for (let place = 0; place <= steps; place++) {
      const diagonal = 2 * place - steps;
      let x = steps === 0 ? 0 : furthest(far, place);
      while (x < base.length && x - diagonal < other.length && base[x] === other[x - diagonal]) x++;
      next.push(x);
      if (x >= base.length && x - diagonal >= other.length) return walkBack([...reached, next], place);
    }
    reached.push(next);
    far = next;
  }
  return [{ from: 0, to: base.length, start: 0, end: other.length }];
};

/** From the row before: one word of the base left out (from the left), or one of the other put in (from the right). */
const furthest = (before: readonly number[], place: number): number =>
  Math.max(place > 0 ? before[place - 1]! + 1 : -1, before[place] ?? -1);

const walkBack = (rows: readonly (readonly number[])[], last: number): readonly TextChange[] => {
  const steps: TextChange[] = [];
  let place = last;
  for (let row = rows.length - 1; row > 0; row--) {
    const before = rows[row - 1]!;
    const from = furthest(before, place);
    const isLeftOut = place > 0 && before[place - 1]! + 1 === from;
    const diagonal = 2 * place - row;
    steps.push(
      isLeftOut
        ? { from: from - 1, to: from, start: from - diagonal, end: from - diagonal }
        : { from, to: from, start: from - diagonal - 1, end: from - diagonal },
    );
    if (isLeftOut) place--;
  }
  return joined(steps.reverse());
};

/** Single words that follow upon each other are one change. */
const joined = (steps: readonly TextChange[]): readonly TextChange[] => {
  const changes: TextChange[] = [];
  for (const step of steps) {
    const last = changes.at(-1);
    if (last !== undefined && last.to === step.from && last.end === step.start)
      changes[changes.length - 1] = { ...last, to: step.to, end: step.end };
    else changes.push(step);
  }
  return changes;
};
