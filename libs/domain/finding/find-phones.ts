/**
 * Telephone numbers as they are written in Sweden. A mistyped number points at a person as well as a right one, so shape
 * and length decide, not the register of allotted series.
 */
import { finding, type Finding } from './finding.js';

const WRITTEN = /(?<![\d])(?<!\d[-–./:,])(?:\+\s?\d|00\s?[1-9]\d|0\d|\(0\d)(?:[\s\-–./()]{0,3}\d){5,13}(?!\d)/gu;
const WITHOUT_ZERO = /(?<![\d\-–+.])7[02369]\d?[- ]\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/gu;
const HOURS = /^(?:[01]\d|2[0-4])[.:]?[0-5]\d\s?[-–]\s?(?:[01]\d|2[0-4])[.:]?[0-5]\d$/;
const DAYS = /^\d{2}[./-]\d{2}\s?[-–]\s?\d{2}[./-]\d{2}$/;
/** Numbers that belong to services: free calls, shared cost, information. */
const SERVICE = /^(?:020|0200|077\d?|0771|0900|0939|0944)/;

export const findPhones = (text: string): readonly Finding[] => [
  ...[...text.matchAll(WRITTEN)].flatMap((match) => phoneIn({ index: match.index, text: match[0] })),
  ...[...text.matchAll(WITHOUT_ZERO)].map((match) =>
    finding({ index: match.index, text: match[0] }, 'phone', 'mobile', 'may-point'),
  ),
];

function phoneIn(at: { readonly index: number; readonly text: string }): readonly Finding[] {
  if (HOURS.test(at.text) || DAYS.test(at.text)) return [];
  const digits = at.text.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const national = digits.replace(/^(?:\+46|0046)0?/, '0');
  if (!national.startsWith('0') || national.startsWith('00'))
    return digits.replace(/\D/g, '').length >= 8 ? [finding(at, 'phone', 'mobile', 'points')] : [];
  if (SERVICE.test(national)) return [];
  if (/^07[02369]/.test(national))
    return national.length >= 9 && national.length <= 11 ? [finding(at, 'phone', 'mobile', 'points')] : [];
  return national.length >= 8 && national.length <= 11 && /^0[1-9]/.test(national)
    ? [finding(at, 'phone', 'landline', 'may-point')]
    : [];
}
