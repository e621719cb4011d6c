/** How many disclosures one thread decides a second, beside a mask over typed arrays that knows only three facts. */
import { readFileSync } from 'node:fs';
import { median, ratios } from '../instruments/statistics.mjs';
import { casl, cedar, makeWorld } from '../peers/decisions.mjs';

const VIEWERS = 512;
const ITEMS = 4096;

async function publishedCases() {
  const { parseCase } = await import('../../dist/libs/domain/disclosure/parse-case.js');
  const text = readFileSync(new URL('../../libs/domain/disclosure/cases/disclosure.jsonl', import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => parseCase(JSON.parse(line)))
    .filter((read) => read.ok)
    .map((read) => read.value.facts);
}

/** What a hand would write: the viewer's house, assignments and named list as bits, an item's needs as bits, and a ground. */
function makeMasks() {
  const [has, needs, ground] = [new Uint32Array(VIEWERS), new Uint32Array(ITEMS), new Uint8Array(ITEMS)];
  let state = 2026;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  for (let at = 0; at < VIEWERS; at += 1) has[at] = next() | next();
  for (let at = 0; at < ITEMS; at += 1) {
    needs[at] = (1 << (next() >>> 27)) | (1 << (next() >>> 27));
    ground[at] = next() >>> 28;
  }
  return { has, needs, ground };
}

/** By processor time, so that whoever else uses the machine does not slow the figure. */
function timed(seconds, pass) {
  let [count, released] = [0, 0];
  const before = process.cpuUsage();
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const [decided, shown] = pass();
    count += decided;
    released += shown;
  }
  const { user, system } = process.cpuUsage(before);
  // What was released is told, so that no optimiser may leave the work out.
  return { perSecond: (count * 1e6) / (user + system), share: released / count };
}

export async function measure({ rounds, seconds }) {
  const { decideDisclosure } = await import('../../dist/libs/domain/disclosure/decide-disclosure.js');
  const facts = await publishedCases();
  const { has, needs, ground } = makeMasks();
  const passes = {
    engine: () => {
      let released = 0;
      for (let again = 0; again < 10; again += 1)
        for (const one of facts) if (decideDisclosure(one).outcome === 'release') released += 1;
      return [10 * facts.length, released];
    },
    mask: () => {
      let grounds = 0;
      for (let viewer = 0; viewer < VIEWERS; viewer += 1)
        for (let item = 0; item < ITEMS; item += 1) {
          const need = needs[item];
          if ((has[viewer] & need) === need) grounds += ground[item] > 0 ? 1 : 0;
        }
      return [VIEWERS * ITEMS, grounds];
    },
    casl: casl(makeWorld({ viewers: 64, items: ITEMS })),
    cedar: cedar(makeWorld({ viewers: 64, items: ITEMS })),
  };
  const names = Object.keys(passes);
  const said = Object.fromEntries(names.map((side) => [side, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const side of round % 2 ? names : names.toReversed()) {
      const one = timed(round < 0 ? 0.5 : Math.min(2, seconds), passes[side]);
      if (round >= 0) said[side].push(one);
    }
  const speeds = (side) => said[side].map(({ perSecond }) => perSecond);
  const row = (what, side, ratio) => ({
    what,
    ratio,
    perSecond: median(speeds(side)),
    microseconds: 1e6 / median(speeds(side)),
    share: said[side][0].share * 100,
  });
  return {
    tables: [
      {
        caption: `${facts.length} published cases, one thread; the libraries are asked three facts of a made-up town`,
        columns: [
          { key: 'what', heading: 'decided by' },
          { key: 'ratio', heading: '× mask', digits: 3 },
          { key: 'perSecond', heading: 'decisions/s', digits: 0 },
          { key: 'microseconds', heading: 'µs each', digits: 3 },
          { key: 'share', heading: 'released %', digits: 1 },
        ],
        rows: [
          row('the rules, with their ground', 'engine', ratios(speeds('engine'), speeds('mask'))),
          row('CASL, an ability a reader kept (yes or no)', 'casl', ratios(speeds('casl'), speeds('mask'))),
          row('Cedar in WebAssembly (yes or no)', 'cedar', ratios(speeds('cedar'), speeds('mask'))),
          row('a mask over typed arrays', 'mask', 1),
        ],
      },
    ],
  };
}
