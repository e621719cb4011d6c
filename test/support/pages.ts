/** What every page is held against: axe, the width of its window, and somebody's eyes on its picture. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axe, sidewaysScroll } from './browser.js';

/** With SAMNAV_SCREENS=<folder> every page is pictured as well; `npm run screens` does that. */
const pictures = process.env['SAMNAV_SCREENS'];

export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly night: boolean;
}

const ALL: readonly Look[] = [
  { name: 'desktop', width: 1280, height: 800, night: false },
  { name: 'desktop-night', width: 1280, height: 800, night: true },
  { name: 'phone', width: 390, height: 844, night: false },
  { name: 'phone-night', width: 390, height: 844, night: true },
];

/** The long form, and where pictures are taken. */
const isWhole = pictures !== undefined || process.env['SAMNAV_LONG'] === '1';

/** Each width once and each of day and night once in every run; all four in the whole form. */
export const LOOKS: readonly Look[] = isWhole
  ? ALL
  : ALL.filter(({ name }) => name === 'desktop' || name === 'phone-night');

/** A page in one more language differs by the lengths of its words alone: it is held against its widths, and in the whole form against all. */
export const LOOKS_IN_ANOTHER_LANGUAGE: readonly Look[] = isWhole ? ALL : [];

/** 200 % zoom of a desktop, and the narrowest that WCAG 1.4.10 asks for. */
const WIDTHS = [640, 390, 320];
const TALLEST = 1100;

/** A window as high as the page, so that what is fixed to its edge stands at the edge. */
export async function picture(page: Page, look: Pick<Look, 'width' | 'height'>, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  const needed = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: look.width, height: Math.min(Math.max(needed, look.height), TALLEST) });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

export interface HeldPage {
  readonly name: string;
  readonly looks: readonly Look[];
  readonly isPictured: (look: Look) => boolean;
}

/** One line for each thing that is wrong with the page as it stands, in any of these looks and widths. */
export async function heldAgainst(page: Page, { name, looks, isPictured }: HeldPage): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const look of looks) {
    await page.setViewportSize(look);
    await page.emulateMedia({ colorScheme: look.night ? 'dark' : 'light' });
    // By night nothing but the colours is different.
    const found = await axe(page, look.night ? ['color-contrast'] : undefined);
    findings.push(...found.map((finding) => `${look.name}: ${finding}`));
    if (isPictured(look)) await picture(page, look, `${name}-${look.name}`);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 450 });
    const wider = await sidewaysScroll(page);
    if (wider > 0) findings.push(`${width} px wide: scrolls ${wider} px sideways`);
  }
  return findings;
}
