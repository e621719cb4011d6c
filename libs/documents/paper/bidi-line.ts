/**
 * Lays one line of mixed writing out as people read it: Arabic from the right, Latin words and numbers within it from the
 * left (Unicode Standard Annex 9). Knows no page: it is given how wide a run is, and says where each run stands.
 */
import bidiModule from 'bidi-js';

export type Direction = 'ltr' | 'rtl';

/** A stretch of one direction and one script. */
export interface Run {
  /** As it is written and read. */
  readonly text: string;
  /** As it is given to the font, which shapes and turns Arabic itself. */
  readonly drawn: string;
  readonly script: 'latin' | 'arabic';
}

export interface PlacedRun extends Run {
  /** From the left edge of the line. */
  readonly x: number;
}

/** The package gives its one function itself, whatever its types say of a default. */
const bidi = (bidiModule as unknown as typeof bidiModule.default)();
const FROM_THE_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Several groups of figures, a share of a hundred, or a date; a full stop or a comma after the last one is the sentence's own. */
const FIGURES = /\+?\d[\d.,:/–-]*(?:\s\d[\d.,:/–-]*)*(?:\s\d+|\s?%)|\d+(?:[/–-]\d+)+/g;
const ISOLATE = '\u2066';
const END_OF_ISOLATE = '\u2069';
const ARABIC = /[\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/;

interface LevelledRun extends Run {
  readonly level: number;
}

/** Runs in the order in which they are written, so that the page is also read in that order. */
export function placeLine(line: string, direction: Direction, widthOf: (run: Run) => number): readonly PlacedRun[] {
  const runs = runsOf(line, direction);
  const widths = new Map(runs.map((run) => [run, widthOf(run)]));
  const placed = new Map<LevelledRun, number>();
  let x = 0;
  for (const run of inSight(runs)) {
    placed.set(run, x);
    x += widths.get(run) ?? 0;
  }
  return runs.map((run) => ({ text: run.text, drawn: run.drawn, script: run.script, x: placed.get(run) ?? 0 }));
}

/** Cuts a paragraph into lines that fit. A single word that is too wide is cut where it must be. */
export function breakLines(
  paragraph: string,
  direction: Direction,
  width: number,
  widthOf: (run: Run) => number,
): string[] {
  const measure = (text: string): number => runsOf(text, direction).reduce((sum, run) => sum + widthOf(run), 0);
  const lines: string[] = [];
  let line = '';
  let wide = 0;
  for (const word of paragraph.split(/(?<=\s)/).flatMap((one) => fitting(one, width, measure))) {
    if (line !== '' && wide + measure(word.trimEnd()) > width) {
      // Its last space stays: unseen on paper, it keeps two words apart for those who listen.
      lines.push(line);
      [line, wide] = ['', 0];
    }
    line += word;
    wide += measure(word);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** A word with the space after it, in as many pieces as it takes. */
function fitting(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const signs = [...word];
  let most = signs.length - 1;
  while (most > 1 && measure(signs.slice(0, most).join('')) > width) most -= 1;
  return [signs.slice(0, most).join(''), ...fitting(signs.slice(most).join(''), width, measure)];
}

function runsOf(line: string, direction: Direction): readonly LevelledRun[] {
  if (line === '') return [];
  // Swedish within an Arabic paper stands at the right and is read from the left, its full stop included.
  if (!FROM_THE_RIGHT.test(line)) return [{ text: line, drawn: line, script: 'latin', level: 0 }];
  const levels = levelsOf(line, direction);
  const scripts = scriptsOf(line);
  const runs: LevelledRun[] = [];
  for (let at = 0; at < line.length;) {
    let end = at + 1;
    while (end < line.length && levels[end] === levels[at] && scripts[end] === scripts[at]) end += 1;
    const level = levels[at] ?? 0;
    const script = scripts[at] ?? 'latin';
    const text = line.slice(at, end);
    runs.push({ text, drawn: script === 'latin' && level % 2 === 1 ? turned(text) : text, script, level });
    at = end;
  }
  return runs;
}

/** A telephone number or a date in figures is one thing, whatever it stands in: without this its groups would change places. */
function levelsOf(line: string, direction: Direction): readonly number[] {
  const isolated = line.replace(FIGURES, (figures) => `${ISOLATE}${figures}${END_OF_ISOLATE}`);
  const { levels } = bidi.getEmbeddingLevels(isolated, direction);
  return [...isolated].flatMap((sign, at) => (sign === ISOLATE || sign === END_OF_ISOLATE ? [] : [levels[at] ?? 0]));
}

/** A space belongs to the words around it, so that an Arabic sentence stays one run and is shaped as one. */
function scriptsOf(line: string): readonly Run['script'][] {
  const scripts = [...line].flatMap((sign): (Run['script'] | 'space')[] => {
    const script = ARABIC.test(sign) ? 'arabic' : sign === ' ' ? 'space' : 'latin';
    return Array<Run['script'] | 'space'>(sign.length).fill(script);
  });
  return scripts.map((script, at) => {
    if (script !== 'space') return script;
    const before = scripts.slice(0, at).findLast((one) => one !== 'space');
    const after = scripts.slice(at).find((one) => one !== 'space');
    return before === 'arabic' && after === 'arabic' ? 'arabic' : 'latin';
  });
}

/** Punctuation that stands in a right-to-left stretch is drawn from the left, so it is turned, brackets with it. */
const turned = (text: string): string =>
  [...text]
    .reverse()
    .map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .join('');

/** Rule L2: from the deepest level up, every stretch at that level or deeper is reversed. */
function inSight(runs: readonly LevelledRun[]): readonly LevelledRun[] {
  const order = [...runs];
  const deepest = Math.max(0, ...runs.map((run) => run.level));
  for (let level = deepest; level >= 1; level -= 1) {
    for (let at = 0; at < order.length; at += 1) {
      let end = at;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end += 1;
      if (end > at) order.splice(at, end - at, ...order.slice(at, end).reverse());
      at = end;
    }
  }
  return order;
}
