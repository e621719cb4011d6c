/**
 * Trollhättan's group that meets every other Tuesday and Skellefteå's weekly slot, by their people in real browsers: called
 * in the town's own slot, held with the family's part after the pre-meeting, minuted, fixed and taken out ([S1]; OSL 5:1).
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testPeople } from '#demo/bankid/test-people.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import type { ApiClient } from '../../support/api.js';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { linkTo, openFamily, type Family } from '../../support/family.js';
import { LOCALES, Phone, startPhoneApp, type PhoneApp } from '../../support/family-phone.js';
import { formedGroup } from '../../support/group.js';
import { enterMeasures, signedConsent, type JointCase } from '../../support/joint.js';
import { enterBoard, pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

/** What of an agency's own record is looked at here. */
interface RecordTaken {
  readonly attendance: readonly {
    readonly kind: string;
    readonly name: string | null;
    readonly state: string | null;
  }[];
  readonly points: readonly { readonly lines: readonly { readonly text: string }[] }[];
  readonly register: { readonly diary_number: string };
}

/** As the town's own file has it. */
const lineOf = (slug: string): Record<string, unknown> => {
  const { forms } = JSON.parse(readFileSync(`config/towns/${slug}.json`, 'utf8')) as {
    forms: Record<string, unknown>[];
  };
  const { form, meetings } = forms[0] ?? {};
  return { kind: form, meetings };
};

const fullName = (givenName: string): string => {
  const { familyName = '' } = testPeople.find((one) => one.givenName === givenName) ?? {};
  return `${givenName} ${familyName}`;
};

const clockIn = (instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );

/** A young person and two guardians of the test e-identification, about whom Anna leads the work. */
async function caseOf(
  { world }: RunningTown,
  family: Family,
  names: readonly [string, string, string],
): Promise<JointCase> {
  await enterMeasures(world, family.caseId);
  const [personId, guardianId, secondGuardianId] = names.map((name) => family.people.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const signers = [guardianId, secondGuardianId, personId];
  return { caseId: family.caseId, personId, guardianId, secondGuardianId, signers };
}

describeInBrowser('a group that meets in its town’s own slot', () => {
  let town: RunningTown;
  let app: PhoneApp;
  let maria: ApiClient;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    await page(key).evaluate('window.scrollTo(0, 0)');
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    app = await startPhoneApp();
    town = await startRunningTown({ env: app.env });
    maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    visitors.set('anna', await town.openAs('anna', { at: '/grupper' }));
    visitors.set('marcus', await town.openAs('marcus', { at: '/grupper' }));
    visitors.set('lena', await town.openAs('lena', { at: '/grupper', width: 390, height: 844 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
    await app?.close();
  }, 60_000);

  /** The days of the standing time as the page where the group is called has them: those that are passed over, and the proposed one. */
  const proposed = async (groupId: string): Promise<{ readonly passed: number[]; readonly at: number }> => {
    const anna = page('anna');
    await anna.goto(`/grupper/${groupId}`);
    await anna.getByRole('link', { name: 'Kalla till möte' }).first().click();
    await anna.locator('.choice-label time').first().waitFor();
    const timesIn = async (place: string): Promise<number[]> =>
      (await anna.locator(place).evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))).map((at) =>
        Date.parse(at),
      );
    const [at = Number.NaN] = await timesIn('.choice-label time');
    return { passed: await timesIn('details.group-ended li time'), at };
  };

  it.each([
    ['trollhattan', ['Melvin', 'Linda', 'Tomas'], 2, /^tis/],
    ['skelleftea', ['Elias', 'Sanna', 'Samira'], 1, /^tis.* 15:00/],
  ] as const)(
    'in %s is called, held, minuted and taken out',
    async (slug, names, everyWeeks, slotWords) => {
      const { world, house } = town;
      const line = lineOf(slug);
      expect(line['meetings']).toMatchObject({ slot: { weekday: 2, everyWeeks } });
      await world.behindTheLocks(
        `insert into form_setting (municipality_id, kind, adjustment, changed_by) values ($1, 'sig', $2, $3)
         on conflict (municipality_id, kind) do update set adjustment = excluded.adjustment`,
        [world.caller('anna').municipalityId, JSON.stringify(line), world.caller('tove').staffId],
      );
      const [, mother, father] = names;
      const family = await openFamily(world, [...names]);
      const file = await caseOf(town, family, [...names]);
      const consent = await signedConsent(world, file);
      const group = await formedGroup(world, house.api, { file, consent });
      await group.step('plan', { words: 'Tillbaka till skolan, och en vuxen som ringer varje morgon.' });
      const anna = page('anna');
      const guest = `${mother}, mamma`;
      const { version } = await group.seenBy('anna');
      await (
        await group.as('anna')
      ).query(`mutation($i: AddGuestInput!) { addGroupGuest(input: $i) { version } }`, {
        i: {
          groupId: group.id,
          version,
          kind: 'guardian',
          closeness: null,
          words: guest,
          wished: true,
          silenceOn: null,
        },
      });

      // In the town's own slot, with the form's agenda.
      const { at: startsAt } = await proposed(group.id);
      expect(await anna.locator('.choice-label time').first().innerText()).toMatch(slotWords);
      await anna.getByText('Först 30 minuter utan familjen').first().waitFor();
      await anna.getByText('Lena Åsbrink').first().waitFor();
      await picture('anna', `group-convene-${slug}`);
      await anna.getByRole('button', { name: 'Kalla 3 personer' }).click();
      await anna.getByText('Planerat').first().waitFor();
      // The next days are as many weeks apart as the town has it, to the day, whichever of them a school is closed on.
      const { passed, at: next } = await proposed(group.id);
      const days = [...passed, next].map(civilDayOf);
      expect([slug, days.includes(civilDayOf(startsAt)), days.length > 1]).toEqual([slug, true, true]);
      const apart = days.slice(1).map((day, index) => day - days[index]!);
      expect([slug, new Set(apart)]).toEqual([slug, new Set([everyWeeks * 7])]);
      await anna.goto(`/grupper/${group.id}`);
      await anna.getByText('Planerat').first().waitFor();

      // At home the mother sees when her part begins: half an hour later, when the professionals have met alone.
      const phone = new Phone(await town.open(mother, { width: 390, locale: LOCALES.sv }), 'sv', app);
      const token = await linkTo(world, maria, { consentId: consent.id, personId: family.people.get(mother) ?? '' });
      await phone.signIn(token, mother);
      await phone.at('home.hello', { name: mother });
      await phone.page.getByRole('button', { name: phone.inside('meetings.title') }).tap();
      await phone.at('meetings.title');
      expect(await phone.page.locator('.meeting-time').allInnerTexts()).toEqual([
        `${clockIn(startsAt + 30 * MINUTE)}–${clockIn(startsAt + 75 * MINUTE)}`,
      ]);
      expect(await phone.text()).not.toMatch(/Förmöte|Marcus|Lena|Björkskolan/);
      expect(await axe(phone.page)).toEqual([]);
      if (pictures)
        await phone.page.screenshot({ path: path.join(pictures, `group-family-${slug}.png`), fullPage: true });
      await phone.page.close();

      // The agenda, and good news from the teacher.
      await anna.locator('.group-meetings a').first().click();
      await anna.getByText('Förmöte utan familjen').first().waitFor();
      const lena = page('lena');
      await lena.goto(anna.url().replace(/^https?:\/\/[^/]+/, ''));
      await lena.getByRole('button', { name: 'Något som har gått bra' }).click();
      await lena.getByLabel('Vad gäller det?').fill('Kom i tid hela veckan.');
      await pick(lena, /Det handlar om/, /^Skola$/);
      await lena.getByRole('button', { name: 'Lägg till', exact: true }).click();
      await lena.getByText('Kom i tid hela veckan.').first().waitFor();
      await anna.getByText('Kom i tid hela veckan.').first().waitFor();
      await picture('anna', `group-agenda-${slug}`);

      // The school comes for the family's part alone, and then for the whole after all.
      const admit = async (): Promise<void> => {
        await anna.getByRole('button', { name: 'Ändra Björkskolan' }).click();
        const dialog = anna.getByRole('dialog');
        await dialog.getByText('Förmöte utan familjen').click();
        await dialog.getByRole('button', { name: 'Spara' }).click();
        await dialog.waitFor({ state: 'detached' });
      };
      await admit();
      await anna.getByText(/^Bara Sedan sist/).waitFor();
      await lena.getByText('Er del börjar').waitFor();
      expect(await lena.getByText('Förmöte utan familjen').count()).toBe(0);
      await picture('anna', `group-admitted-${slug}`);
      await picture('lena', `group-admitted-phone-${slug}`);
      await admit();
      await lena.getByText('Förmöte utan familjen').first().waitFor();

      // Held: the pre-meeting first, then the family's part.
      const meetingAt = anna.url();
      await anna.getByRole('link', { name: 'Till mötet' }).click();
      await enterBoard(anna);
      await anna.getByRole('button', { name: 'Starta mötet' }).click();
      await anna.getByText('Mötet pågår').first().waitFor();
      await anna.locator('.agenda [aria-current="step"]', { hasText: 'Förmöte utan familjen' }).waitFor();
      await anna.getByRole('button', { name: /^Nästa: Sedan sist/ }).click();
      await anna.locator('.agenda [aria-current="step"]', { hasText: 'Sedan sist' }).waitFor();
      await picture('anna', `group-board-${slug}`);

      // Minuted: what the school says it writes itself.
      await anna.getByRole('link', { name: 'Anteckningar och beslut' }).click();
      await anna.getByRole('button', { name: /^Anteckna Sedan sist/ }).click();
      await anna.getByLabel('Vad ska stå?').fill('Mamma märker att det är lugnare hemma.');
      await pick(anna, /Det handlar om/, 'Hem och familj');
      // About her father too: nobody has said yes for him, and the page says so before it is saved.
      await anna.getByText('Gäller det någon närstående också?').click();
      const him = anna.locator('label', { hasText: fullName(father) });
      await him.click();
      const stays = anna.getByText('Det stannar hos er: ingen annan här får det.');
      await stays.waitFor();
      await picture('anna', `group-line-about-${slug}`);
      await him.click();
      await stays.waitFor({ state: 'detached' });
      await anna.getByRole('button', { name: 'Spara', exact: true }).click();
      await anna.getByText('Mamma märker att det är lugnare hemma.').first().waitFor();
      await lena.reload();
      await lena.getByRole('button', { name: /^Anteckna Sedan sist/ }).click();
      await lena.getByLabel('Vad ska stå?').fill('Samtal hos kurator varje måndag.');
      await pick(lena, /Det handlar om/, 'Elevhälsa');
      await lena.getByRole('button', { name: 'Spara', exact: true }).click();
      await lena.getByText('Samtal hos kurator varje måndag.').first().waitFor();
      const marcus = page('marcus');
      await marcus.goto(lena.url().replace(/^https?:\/\/[^/]+/, ''));
      await marcus.getByRole('button', { name: /^Anteckna Sedan sist/ }).click();
      await marcus.getByLabel('Vad ska stå?').fill('En utredning läggs ner.');
      await pick(marcus, /Det handlar om/, 'Förundersökning');
      await marcus.getByRole('button', { name: 'Spara', exact: true }).click();
      await marcus.getByText('En utredning läggs ner.').first().waitFor();
      await pick(anna, /Var Lena Åsbrink med/, 'Med på mötet');
      await anna.getByText('Ingen med mandat är antecknad för polisen.').first().waitFor();
      await pick(anna, new RegExp(`Var ${guest} med`), 'Med på mötet');
      await anna.getByRole('button', { name: 'Nytt beslut' }).click();
      await anna.getByLabel('Vad ska göras?').fill('Ringa hem varje fredag.');
      await pick(anna, /Vem gör det/, 'Lena Åsbrink');
      const dialog = anna.getByRole('dialog');
      await dialog.locator('.date').getByRole('spinbutton').first().click();
      await anna.keyboard.type('20270112');
      await dialog.getByRole('button', { name: 'Besluta' }).click();
      await anna.getByText('Ringa hem varje fredag.').first().waitFor();
      for (const only of ['Samtal hos kurator', 'En utredning läggs ner'])
        expect(await anna.getByText(only).count()).toBe(0);
      await picture('anna', `group-minutes-${slug}`);
      await picture('lena', `group-minutes-${slug}-phone`);

      // Closed, fixed, and each takes out its own.
      await anna.goto(`/hubb/${meetingAt.split('/').at(-1)}/tavla`);
      await anna.getByRole('button', { name: 'Gå till avslutning' }).click();
      await anna.getByRole('button', { name: 'Stäng mötet' }).click();
      await anna.getByRole('link', { name: 'Anteckningar och beslut' }).click();
      await anna.getByRole('button', { name: 'Fastställ nu' }).click();
      await anna.getByText('Fastställda').first().waitFor();
      const copies = new Map<string, RecordTaken>();
      for (const key of ['anna', 'marcus', 'lena']) {
        const one = page(key);
        await one.goto(`${meetingAt}/handling`);
        await one.getByText('Spara ert diarienummer, sedan kan ni ta ut handlingen.').first().waitFor();
        await one.getByLabel('Diarienummer').fill(`${key} 2026-1`);
        // How long it is kept is the house's own to say; nothing is filled in for it.
        const years = one.getByLabel('Bevaras, antal år');
        expect(await years.inputValue()).toBe('');
        await years.fill('5');
        await one.getByRole('button', { name: 'Spara', exact: true }).click();
        const link = one.getByRole('link', { name: 'Ta ut för ert system (JSON)' });
        await link.waitFor();
        await picture(key, `group-record-${slug}-${key}`);
        const answer = await one.request.get(new URL((await link.getAttribute('href')) ?? '', one.url()).href);
        expect(answer.status()).toBe(200);
        copies.set(key, (await answer.json()) as RecordTaken);
        const pdf = await one.request.get(
          new URL(`/documents/meeting/${meetingAt.split('/').at(-1)}/pdf`, one.url()).href,
        );
        expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
      }
      // Each its own number, and the copies differ by just what the gate keeps with the house that said it.
      for (const [key, own] of [
        ['anna', []],
        ['marcus', ['En utredning läggs ner.']],
        ['lena', ['Samtal hos kurator varje måndag.']],
      ] as const) {
        const copy = copies.get(key)!;
        const said = copy.points.flatMap(({ lines }) => lines.map(({ text }) => text));
        expect([key, said]).toEqual([key, ['Mamma märker att det är lugnare hemma.', ...own]]);
        expect([key, copy.register.diary_number]).toEqual([key, `${key} 2026-1`]);
        const whole = JSON.stringify(copy);
        // That the family was there stands in each; who it was, in the house that knows her.
        const ofFamily = copy.attendance.filter(({ kind }) => kind === 'guardian');
        expect([key, ofFamily.map(({ name, state }) => [name, state])]).toEqual([
          key,
          [[key === 'anna' ? guest : null, 'present']],
        ]);
        for (const other of ['anna', 'marcus', 'lena'].filter((one) => one !== key))
          expect([key, whole.includes(`${other} 2026-1`)]).toEqual([key, false]);
      }
      await anna.goto(`/grupper/${group.id}`);
      await anna.locator('.group-meetings', { hasText: 'Hållet' }).waitFor();
      expect(town.faults()).toEqual([]);
    },
    300_000,
  );
});
