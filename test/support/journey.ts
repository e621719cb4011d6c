/** What people do on the way from a report to a hub, done as they do it: by labels and buttons, never by addresses. */
import type { Page } from 'playwright-core';

export interface Child {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornYear: string;
  readonly content: string;
}

const group = (page: Page, name: string | RegExp) => page.getByRole('radiogroup', { name });

/** Chooses one of few by its visible words. */
export async function choose(page: Page, question: string | RegExp, answer: string | RegExp): Promise<void> {
  await group(page, question)
    .locator('label', { has: page.getByRole('radio', { name: answer }) })
    .first()
    .click();
}

/** Opens a list and picks the option with these words. */
export async function pick(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Fills the reporter's own form and answers with the receipt's number. */
export async function report(page: Page, child: Child): Promise<string> {
  await choose(page, 'Är något barn i fara just nu?', /^Ja/);
  await page.getByLabel('Förnamn').fill(child.givenName);
  await page.getByLabel(/^Efternamn/).fill(child.familyName);
  await pick(page, /Varför saknas numret/, 'Jag vet inte numret');
  await page.getByLabel('Född ungefär år').fill(child.bornYear);
  await page.getByLabel(/Vad har hänt/).fill(child.content);
  await choose(page, 'Vet familjen om att du anmäler?', 'Nej');
  await page.getByRole('button', { name: 'Skicka anmälan' }).click();
  await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).waitFor();
  return page.locator('.receipt-number').innerText();
}

export async function assessProtection(page: Page, reasons: string, measures: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Omedelbar skyddsbedömning' });
  await choose(page, 'Behöver barnet skydd nu?', 'Behöver skydd nu');
  await part.getByLabel('Vad bygger du det på?').fill(reasons);
  await part.getByLabel('Vad görs nu för att skydda barnet?').fill(measures);
  await part.getByRole('button', { name: 'Spara bedömningen' }).click();
  await page.getByText('Gör en ny skyddsbedömning').waitFor();
}

export async function grade(page: Page, word: 'Röd' | 'Orange' | 'Grön', reasons: string): Promise<void> {
  await choose(page, 'Grad', new RegExp(word));
  await page.getByLabel('Varför den graden?').fill(reasons);
  await page.getByRole('button', { name: 'Spara graden' }).click();
  await page.getByRole('button', { name: 'Gradera om' }).waitFor();
}

/** From the case page, in three taps; answers with the hub's id. */
export async function convene(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Sammankalla hubb' }).click();
  await page.getByRole('button', { name: /^Sammankalla \d+ enhet/ }).click();
  await page.waitForURL(/\/hubb\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

/** On the page of the question: whether the unit knows, and what. */
export async function answer(page: Page, knows: 'Ja, nu' | 'Ja, tidigare' | 'Nej', what = ''): Promise<void> {
  await choose(page, /Känner enheten till/, new RegExp(`^${knows}`));
  if (what) await page.getByLabel('Vad vet ni?').fill(what);
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByText('Tack, svaret är inne').waitFor();
}

/** From the page Nu, where the question waits. */
export async function openQuestion(page: Page, unit: string): Promise<void> {
  await page
    .locator('main li', { hasText: `Vad vet ${unit}?` })
    .getByRole('link', { name: 'Svara' })
    .click();
  await page.getByRole('radiogroup', { name: /Känner enheten till/ }).waitFor();
}

/** From the lobby to the board, and there until it is drawn. */
export async function enterBoard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Till tavlan' }).first().click();
  await page.locator('.board').waitFor();
}

export async function givePicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ge er bild' }).click();
  await page.getByRole('button', { name: 'Ge er bild' }).waitFor({ state: 'detached' });
}

export async function putOnMap(page: Page, kind: string, text: string): Promise<void> {
  const map = page.getByRole('region', { name: 'Gemensam karta' });
  await map.getByRole('button', { name: 'Lägg till' }).click();
  await pick(page, /Vad är det\?/, kind);
  await map.getByLabel(/lägger till/).fill(text);
  await map.getByRole('button', { name: 'Sätt på kartan' }).click();
  await map.locator('.map-text', { hasText: text }).waitFor();
  await map.getByRole('button', { name: 'Stäng' }).click();
}

export const jointText = (page: Page) => page.getByRole('textbox', { name: 'Gemensam bedömning' });

/** In the name of whoever sits at this page. */
export async function decide(page: Page, kind: string, receiver: string, reasons: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Beslut', exact: true });
  await choose(page, 'Vad beslutar du?', new RegExp(`^${kind}`));
  await pick(page, /Utredare/, new RegExp(receiver));
  await part.getByLabel('Skäl').fill(reasons);
  await part.getByRole('button', { name: 'Besluta' }).click();
  await part.locator('.decision-made').waitFor();
}

/** Evaluated in a page: `window.goneAt` is when the words were no longer anywhere in it. */
export const watchFor = (words: string): string => `
  window.goneAt = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.body.textContent.includes(${JSON.stringify(words)})) return;
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  true`;
