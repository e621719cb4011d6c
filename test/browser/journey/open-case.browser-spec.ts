/** Whoever works on a case has its pages open all day: they live, they leave with the right to them, and accuse nobody. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest } from '../../support/hub.js';
import { picture } from '../../support/pages.js';
import { PROTECT } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

/** A representative, an investigator, a coordinator. */
const DAY = ['sara', 'elin', 'anna'] as const;

describeInBrowser('a case that stands open', () => {
  let town: RunningTown;
  let file: GradedCase;
  let hub: HubUnderTest;

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openGradedCase(world, { grade: 'orange' });
      },
    });
    hub = await conveneHub(town.world, town.house.api, file);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const refusals = (): Promise<{ who: string; detail: object }[]> =>
    town.world.behindTheLocks(
      `select s.subject as who, e.detail from ledger_entry e join staff_member s on s.id = e.actor_staff where e.action = 'refuse'`,
    );

  const assign = async (key: string): Promise<void> => {
    const { branchId, staffId } = town.world.caller(key);
    await town.world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'unit')`,
      [file.caseId, branchId, staffId],
    );
  };

  it('lives for whoever works on it, whatever their role, and a day of it is no refusal', async () => {
    for (const key of DAY) {
      if (key !== 'sara') await assign(key);
      const { page, context } = await town.openAs(key, { at: `/arende/${file.caseId}` });
      await page.getByRole('heading', { name: /Elliot Provberg/ }).waitFor();
      // The line goes and comes back, as it does in a lift.
      await context.setOffline(true);
      await page.waitForTimeout(300);
      await context.setOffline(false);
      await page.reload();
      await page.getByRole('heading', { name: /Elliot Provberg/ }).waitFor();
      await page.waitForTimeout(1_000);
      const heard = page.getByText(`Skydd som ${key} får se`);
      expect(await heard.count()).toBe(0);
      const maria = await hub.as('maria');
      const input = { caseId: file.caseId, needsProtection: false, reasons: `Skydd som ${key} får se` };
      await maria.query(PROTECT, { input });
      await heard.first().waitFor({ timeout: 10_000 });
      await page.close();
    }
    expect(await refusals()).toEqual([]);
  }, 120_000);

  const opens = async (key: string, at: string): Promise<Page> => {
    const { page } = await town.openAs(key, { at });
    await page.getByText('Elliot Provberg').first().waitFor();
    return page;
  };
  const leaves = async (page: Page): Promise<void> => {
    await page.getByText('Du kan inte längre se uppgiften').waitFor({ timeout: 10_000 });
    expect(await page.locator('main').innerText()).not.toMatch(/Elliot|Provberg|Bild från/);
    expect(await axe(page)).toEqual([]);
  };

  it('leaves whoever stood on it for a hub as that is called off, and keeps what they were writing', async () => {
    const ali = await opens('ali', `/arende/${file.caseId}`);
    const sara = await opens('sara', `/fraga/${hub.questions['sara']}`);
    await sara.getByLabel('Vad vet ni?').fill('Mina egna ord om ett samtal.');
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off', reasons: 'Redan omhändertagen.' });
    for (const page of [ali, sara]) await leaves(page);
    expect(await sara.getByLabel('Det du själv skrev').inputValue()).toBe('Mina egna ord om ett samtal.');
    await picture(sara, { width: 390, height: 844 }, 'question-left');
    // What stands open stays silent also when its line has been away.
    await ali.context().setOffline(true);
    await ali.waitForTimeout(500);
    await ali.context().setOffline(false);
    await ali.waitForTimeout(2_000);
    expect(await refusals()).toEqual([]);
  }, 90_000);

  it('leaves whoever was there only for the meeting when the pen is put down, though nobody tells them', async () => {
    hub = await conveneHub(town.world, town.house.api, file);
    const per = await opens('per', `/fraga/${hub.questions['per']}`);
    const step = (name: string) => hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: name });
    await step('start');
    await hub.act('sara', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
    await hub.act('birgitta', 'decideHub', 'DecideHubInput', {
      kind: 'open-investigation',
      reasons: 'Behöver utredas.',
      handOverTo: town.world.town.staff.get('elin'),
    });
    await hub.act('sara', 'saveBoardText', 'SaveBoardTextInput', {
      text: 'joint-assessment',
      value: 'Vi ser ett mönster.',
      baseVersion: null,
    });
    await step('begin-closing');
    await step('close');
    const ali = await opens('ali', `/hubb/${hub.hubId}/overlamning`);
    const sara = await opens('sara', `/arende/${file.caseId}`);
    const elin = await opens('elin', `/hubb/${hub.hubId}/overlamning`);
    await town.moveClock(13);
    await ali.waitForTimeout(2_000);
    expect(await ali.getByText('Elliot Provberg').first().isVisible()).toBe(true);
    await town.moveClock(3);
    for (const page of [ali, sara, per]) await leaves(page);
    await elin.waitForTimeout(1_000);
    expect(await elin.getByText('Elliot Provberg').first().isVisible()).toBe(true);
    expect(await refusals()).toEqual([]);
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
