/** A line that comes back refused while the next one is being written: both are there. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { MapPen, mapPenOf, type Line } from './map-pen.js';
import { unsentOn } from './unsent.js';

type Answer = { refusal?: { code: string; sentence: string; fields: []; facts: object } };
const REFUSED: Answer = { refusal: { code: 'BOARD_CLOSED', sentence: 'Mötet är stängt.', fields: [], facts: {} } };

/** The server answers when the test says so. */
function server() {
  const sent: { id: string; line: Line; answer: (answer: Answer) => void }[] = [];
  const put = (id: string, line: Line) =>
    new Promise<Answer>((answer) => sent.push({ id, line, answer })) as ReturnType<Parameters<MapPen['put']>[0]>;
  return { sent, put };
}

function pen() {
  let last = 0;
  return new MapPen('test', () => `id-${(last += 1)}`);
}

afterEach(() => dropAllDrafts());

describe('a line for the joint map', () => {
  it('gives the field back at once, and takes it again when it is refused and nothing stands there', async () => {
    const [mine, { sent, put }] = [pen(), server()];
    mine.write({ text: 'Sågs vid torget', kind: 'place', topic: 'irk-relations' });
    const done = mine.put(put, 'tomt');
    expect(mine.snapshot()).toMatchObject({ line: { kind: 'place', text: '', topic: '' }, returned: [] });
    sent[0]?.answer(REFUSED);
    await done;
    expect(mine.snapshot()).toMatchObject({
      line: { kind: 'place', text: 'Sågs vid torget', topic: 'irk-relations' },
      error: 'Mötet är stängt.',
      cameBack: true,
      returned: [],
    });
  });

  it('does not write over what was typed meanwhile: both are there, and each can be had in the field', async () => {
    const [mine, { sent, put }] = [pen(), server()];
    mine.write({ text: 'Den första' });
    const done = mine.put(put, 'tomt');
    mine.write({ text: 'Den andra' });
    sent[0]?.answer(REFUSED);
    await done;
    expect(mine.snapshot().line.text).toBe('Den andra');
    const [back] = mine.snapshot().returned;
    expect(back).toMatchObject({ line: { text: 'Den första' }, reason: 'Mötet är stängt.' });
    mine.takeBack(back!.id);
    expect(mine.snapshot()).toMatchObject({
      line: { text: 'Den första' },
      error: 'Mötet är stängt.',
      returned: [{ line: { text: 'Den andra' }, reason: '' }],
    });
    mine.throwAway(mine.snapshot().returned[0]!.id);
    expect(mine.isIdle).toBe(false);
    mine.write({ text: '' });
    expect(mine.isIdle).toBe(true);
  });

  it('is there to come back to, also when the answer came while the page was left', async () => {
    const { sent, put } = server();
    mapPenOf('a').write({ text: 'Den första' });
    const done = mapPenOf('a').put(put, 'tomt');
    sent[0]?.answer(REFUSED);
    await done;
    expect(mapPenOf('a').snapshot().line.text).toBe('Den första');
    expect(mapPenOf('b').isIdle).toBe(true);
  });

  it('leaves nothing for the next person at this desk, however late it is answered', async () => {
    const { sent, put } = server();
    const mine = mapPenOf('a');
    mine.write({ text: 'Den första' });
    const done = mine.put(put, 'tomt');
    void dropAllDrafts();
    sent[0]?.answer(REFUSED);
    await done;
    expect(mine.isIdle).toBe(true);
    expect(mapPenOf('a').isIdle).toBe(true);
  });

  it("is its writer's own while it is under way, and stands beside when nobody will answer any more", async () => {
    const { sent, put } = server();
    const mine = mapPenOf('a');
    mine.write({ text: 'Den första' });
    const done = mine.put(put, 'tomt');
    mine.write({ text: 'Den andra' });
    expect(unsentOn('a')).toEqual(['Den andra', 'Den första']);
    expect(mine.isIdle).toBe(false);
    mine.giveUp();
    expect(mine.snapshot().returned).toMatchObject([{ line: { text: 'Den första' }, reason: '' }]);
    sent[0]?.answer(REFUSED);
    await done;
    expect(unsentOn('a')).toEqual(['Den andra', 'Den första']);
  });

  it("is nobody's to send again when it was put on the map", async () => {
    const { sent, put } = server();
    const mine = mapPenOf('a');
    mine.write({ text: 'Den första' });
    const done = mine.put(put, 'tomt');
    sent[0]?.answer({});
    await done;
    expect(unsentOn('a')).toEqual([]);
    expect(mine.isIdle).toBe(true);
  });

  it('is asked for when nothing stands there', async () => {
    const [mine, { sent, put }] = [pen(), server()];
    await mine.put(put, 'Skriv något');
    expect(mine.snapshot().error).toBe('Skriv något');
    expect(sent).toEqual([]);
  });
});
