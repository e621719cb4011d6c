/** No unit's answer takes the place of a colleague's that the sender has not read. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { openGradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest } from '../../support/hub.js';
import { LOOKS, picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const ANSWER = `mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`;
const QUESTION = `query($id: ID!) { hubQuestion(id: $id) { version parts { category text about } } }`;

describeInBrowser('one question answered by two', () => {
  let town: RunningTown;
  let hub: HubUnderTest;
  const look = async ({ page }: Visitor, name: string): Promise<void> => {
    expect(await axe(page)).toEqual([]);
    for (const one of LOOKS) {
      await page.setViewportSize(one);
      await page.emulateMedia({ colorScheme: one.night ? 'dark' : 'light' });
      expect(await sidewaysScroll(page)).toBe(0);
      await picture(page, one, `${name}-${one.name}`);
    }
  };

  beforeAll(async () => {
    town = await startRunningTown();
    hub = await conveneHub(town.world, town.house.api, await openGradedCase(town.world, { grade: 'red' }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('shows a colleague’s answer beside one’s own before either can be sent again', async () => {
    const sara = await town.openAs('sara', { at: `/fraga/${hub.questions['sara']}` });
    const { page } = sara;
    await page.getByLabel('Vad vet ni?').fill('Mamma ringde i går kväll.');
    await (
      await hub.as('sara')
    ).query(ANSWER, {
      i: {
        questionId: hub.questions['sara'],
        version: 2,
        knowledge: 'knew',
        parts: [{ category: 'leisure', text: 'Slutade i laget i augusti.', about: [] }],
      },
    });
    await page.getByRole('button', { name: 'Skicka det ändrade svaret' }).click();
    const conflict = page.getByRole('group', { name: 'Ni skrev samtidigt' });
    await conflict.waitFor();
    const sides = conflict.locator('.conflict-side');
    expect(await sides.nth(0).innerText()).toContain('Mamma');
    expect(await sides.nth(1).innerText()).toContain('augusti');
    expect(await page.getByRole('button', { name: 'Skicka det ändrade svaret' }).count()).toBe(0);
    await look(sara, 'answer-clash');
    await conflict.getByRole('button', { name: 'Sätt ihop själv' }).click();
    await page.getByRole('button', { name: 'Skicka det ändrade svaret' }).click();
    await page.getByText('Tack, svaret är inne').waitFor();
    const { hubQuestion } = await (await hub.as('sara')).query(QUESTION, { id: hub.questions['sara'] });
    expect(hubQuestion.parts.map(({ text }: { text: string }) => text).toSorted()).toEqual([
      'Mamma ringde i går kväll.',
      'Slutade i laget i augusti.',
    ]);
    await page.getByRole('button', { name: 'Ändra svaret' }).click();
    await page.getByLabel('Vad vet ni?').nth(1).waitFor();
  }, 90_000);

  it('offers nothing to change once the meeting has begun, and says where one says it now', async () => {
    const { page } = await town.openAs('ali', { at: `/hubb/${hub.hubId}` });
    await page.getByRole('link', { name: 'Ändra svaret' }).click();
    await page.getByLabel('Vad vet ni?').fill('Han ringde nyss.');
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const send = page.getByRole('button', { name: 'Skicka det ändrade svaret' });
    if (await send.isVisible()) await send.click();
    await page.getByText('Mötet har börjat och svaret står fast. Det som är nytt säger ni på tavlan.').waitFor();
    expect(await page.locator('.hub-standing').innerText()).toContain('Bild från ali');
    expect(await send.count()).toBe(0);
    expect(await page.getByRole('radiogroup').count()).toBe(0);
    // What was not sent is the writer's own.
    expect(await page.getByRole('textbox').inputValue()).toContain('Han ringde nyss.');
    await look({ page } as Visitor, 'answer-stands');
    await page.goto(`${town.url}/hubb/${hub.hubId}`);
    await page.locator('.lobby-mine').getByText('Det som är nytt säger ni på tavlan.').waitFor();
    expect(await page.getByRole('link', { name: 'Ändra svaret' }).count()).toBe(0);
    await page.goto(`${town.url}/fraga/${hub.questions['ali']}`);
    await page.getByRole('main').getByRole('link', { name: 'Till tavlan' }).click();
    await page.locator('.board').waitFor();
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
