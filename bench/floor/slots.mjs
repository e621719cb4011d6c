/** Two ways to find the first time at which everyone can: a bitset of quarters, and every busy time looked at for every start. */

const QUARTER = 15 * 60_000;

/** People as ranges of busy time; `open` are the hours of the days, in order. Lengths are whole quarters. */
export function bitsetFirst({ people, open, from, until, length }) {
  const quarters = (until - from) / QUARTER;
  const words = Math.ceil(quarters / 32);
  const all = new Uint32Array(words);
  const set = (begins, ends) => {
    for (let at = (begins - from) / QUARTER; at < (ends - from) / QUARTER; at += 1) all[at >>> 5] |= 1 << (at & 31);
  };
  for (const stretch of open) set(stretch.from, stretch.until);
  for (const busy of people)
    for (const stretch of busy) {
      const last = Math.min(quarters, (stretch.until - from) / QUARTER);
      for (let at = Math.max(0, (stretch.from - from) / QUARTER); at < last; at += 1)
        all[at >>> 5] &= ~(1 << (at & 31));
    }
  const needed = length / QUARTER;
  let run = 0;
  for (let at = 0; at < quarters; at += 1) {
    run = all[at >>> 5] & (1 << (at & 31)) ? run + 1 : 0;
    if (run === needed) return from + (at - needed + 1) * QUARTER;
  }
  return null;
}

/** Looks at all starts, as one must who ranks them; answers the first. */
export function exhaustiveFirst({ people, open, from, until, length }) {
  let first = null;
  for (let starts = from; starts + length <= until; starts += QUARTER) {
    const isFree = (stretch) => stretch.until <= starts || stretch.from >= starts + length;
    const isOpen = open.some((stretch) => stretch.from <= starts && starts + length <= stretch.until);
    let can = 0;
    for (const busy of people) if (isOpen && busy.every(isFree)) can += 1;
    if (can === people.length) first ??= starts;
  }
  return first;
}
