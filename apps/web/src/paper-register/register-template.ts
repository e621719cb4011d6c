/** The list that a municipality fills in: the headings, and a line of examples that is replaced. */
import { REGISTER_COLUMNS, type RegisterColumn } from '#domain/consent/paper-register.js';

const EXAMPLE: Readonly<Record<RegisterColumn, string>> = {
  case: '2026-00012',
  signers: '20110512-2384, 19840712-2392',
  signedOn: '2026-11-01',
  from: 'Individ och familj',
  to: 'Lokalpolisområde',
  categories: 'hur det går i skolan, planen och stödet',
  purposes: 'ge stöd och hjälp',
  until: '2027-04-30',
  kept: 'Pärm 3, närarkivet',
};

/** With the mark of byte order, so that a spreadsheet reads å, ä and ö. */
export const registerTemplate = (): string =>
  `\uFEFF${[Object.values(REGISTER_COLUMNS), Object.keys(REGISTER_COLUMNS).map((key) => EXAMPLE[key as RegisterColumn])]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(';'))
    .join('\r\n')}\r\n`;
