/** Families' telephones in a browser: the link, the pages in the holder's language, and the e-identification's app beside them. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import type { Locator, Page } from 'playwright-core';
import { designFiles } from '#demo/page/design-files.js';
import { startBankid, type BankidTown } from './bankid.js';
import type { Visitor } from './browser.js';
import { bankidEnv } from './family.js';

export type PhoneLanguage = 'sv' | 'ar';

/** What a browser of each language says that it wants. */
export const LOCALES: Readonly<Record<PhoneLanguage, string>> = { sv: 'sv-SE', ar: 'ar-SY' };

export interface PhoneApp {
  readonly bankid: BankidTown;
  /** Where the app's pages are. */
  readonly url: string;
  /** With which the api and the worker reach it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The test e-identification with its app as web pages, as the demonstration has it. */
export async function startPhoneApp(): Promise<PhoneApp> {
  const bankid = await startBankid();
  const site = express().use('/design', designFiles()).use('/bankid', bankid.service.pages);
  const server = await new Promise<Server>((resolve) => {
    const listening = site.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}/bankid`;
  return {
    bankid,
    url,
    env: { ...bankidEnv(bankid), SAMNAV_BANKID_APP_URL: url },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await bankid.close();
    },
  };
}

type Words = { readonly [key: string]: string | Words };

const catalogues = new Map<string, Words>();

/** A sentence of a catalogue as the page says it; what fills it is given, or stands for anything. */
export function sentence(file: string, key: string, filling: Readonly<Record<string, string>> = {}): RegExp {
  const words = catalogues.get(file) ?? (JSON.parse(readFileSync(path.join('apps/web/src', file), 'utf8')) as Words);
  catalogues.set(file, words);
  const found = key.split('.').reduce<Words[string] | undefined>((at, part) => (at as Words)?.[part], words);
  if (typeof found !== 'string') throw new Error(`no text for ${key} in ${file}`);
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const parts = found.split(/{{(\w+)}}/);
  return new RegExp(
    `^${parts.map((part, index) => (index % 2 === 0 ? escaped(part) : part in filling ? escaped(filling[part] ?? '') : '.*')).join('')}$`,
  );
}

/** How somebody holds the e-identification: on this telephone, or on another that reads the code. */
export type Holding = 'same' | 'other';

export class Phone {
  private code = '';

  constructor(
    readonly visitor: Visitor,
    readonly language: PhoneLanguage,
    /** Where the app of the e-identification is. */
    private readonly app: Pick<PhoneApp, 'url'>,
  ) {
    visitor.page.on('response', (response) => {
      if (response.url().endsWith('/graphql') && response.ok()) void this.noteCode(response.text());
    });
  }

  get page(): Page {
    return this.visitor.page;
  }

  say(key: string, filling?: Readonly<Record<string, string>>): RegExp {
    return sentence(`family/texts/${this.language}.json`, key, filling);
  }

  /** The same words inside a longer sentence, however they are capitalised. */
  inside(key: string): RegExp {
    return new RegExp(this.say(key).source.slice(1, -1), 'i');
  }

  /** What the e-identification is said to have answered. */
  message(word: string): RegExp {
    return sentence(`e-id/texts.${this.language}.json`, `message.${word}`);
  }

  button(key: string, filling?: Readonly<Record<string, string>>): Locator {
    return this.page.getByRole('button', { name: this.say(key, filling) }).filter({ visible: true });
  }

  tap(key: string, filling?: Readonly<Record<string, string>>): Promise<void> {
    return this.button(key, filling).first().tap();
  }

  /** Waits for the page with this heading. */
  async at(key: string, filling?: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: this.say(key, filling) }).waitFor();
  }

  words(key: string, filling?: Readonly<Record<string, string>>): Locator {
    return this.page.getByText(this.say(key, filling)).first();
  }

  /** Everything that can be read on the page. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async openLink(token: string): Promise<void> {
    // Another fragment alone would not load the page.
    await this.page.goto('about:blank');
    await this.page.goto(`/familj#${token}`);
    await this.page.locator('main h1').waitFor();
  }

  /** From the page of an order, through the app, to whatever the page shows then. */
  async inApp(holding: Holding, givenName: string, answer: string = 'sign'): Promise<void> {
    this.code = '';
    await this.tap(holding === 'same' ? 'identify.same' : 'identify.other');
    if (holding === 'same') {
      await this.page.waitForURL((url) => url.href.startsWith(this.app.url));
      await answerInApp(this.page, givenName, answer);
      await this.page.getByRole('link', { name: 'Tillbaka till Samnav' }).tap();
      await this.page.locator('main h1').first().waitFor();
      return;
    }
    await this.page.getByRole('img', { name: this.say('identify.code') }).waitFor();
    const other = await this.visitor.context.newPage();
    await other.goto(this.app.url);
    await other.getByLabel('Det som QR-koden visar').fill(this.code);
    await other.getByRole('button', { name: 'Läs av' }).click();
    await answerInApp(other, givenName, answer);
    await other.close();
  }

  /** All the way in, to the first page. */
  async signIn(token: string, givenName: string, holding: Holding = 'same'): Promise<void> {
    await this.openLink(token);
    await this.tap('door.start');
    await this.at('identify.title');
    await this.inApp(holding, givenName);
  }

  private async noteCode(body: Promise<string>): Promise<void> {
    const shown = /"code":"(bankid\.[^"]+)"/.exec(await body.catch(() => ''));
    if (shown?.[1]) this.code = shown[1];
  }
}

/** In the app: whose e-identification it is, and what they press there. */
async function answerInApp(page: Page, givenName: string, answer: string): Promise<void> {
  await page
    .locator('button[name="person"]', { hasText: `${givenName} ` })
    .first()
    .click();
  const button = page.locator(`button[name="answer"][value="${answer}"]`);
  if (answer.startsWith('fail')) await page.getByText('Prova det som kan gå fel').click();
  await button.first().click();
  await page.locator('h1').waitFor();
}
