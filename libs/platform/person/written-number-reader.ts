import personnummer from 'personnummer';
import { decideNumber, type NumberDecision } from '#domain/person/personal-number.js';
import { PersonNumberReader } from '#use-cases/person/person-number-reader.port.js';

/** The package is CommonJS: what arrives is the class itself, its types say a namespace. */
const checked = personnummer as unknown as { valid(twelve: string): boolean };

const FORMS = /^(\d{2})?\d{6}[-+]?\d{4}$/;

/** Reads by the package `personnummer`; the domain then decides on the twelve digits, so that both must agree. */
export class WrittenNumberReader extends PersonNumberReader {
  read(written: string, now: Date): NumberDecision {
    const text = written.replace(/[\s–—]/g, (sign) => (/\s/.test(sign) ? '' : '-'));
    if (!FORMS.test(text)) return { outcome: 'refused', code: 'not-twelve-digits' };
    const digits = text.replace(/\D/g, '');
    const twelve = digits.length === 12 ? digits : withCentury(digits, text.includes('+'), now);
    const decision = decideNumber(twelve);
    if (decision.outcome === 'refused') return decision;
    return checked.valid(twelve) ? decision : { outcome: 'refused', code: 'wrong-check-digit' };
  }
}

/** The latest century in which the date has come; a plus says that the person is at least a hundred. */
function withCentury(ten: string, hundred: boolean, now: Date): string {
  const year = now.getUTCFullYear();
  const century = Math.floor(year / 100) - (Number(ten.slice(0, 2)) > year % 100 ? 1 : 0) - (hundred ? 1 : 0);
  return `${century}${ten}`;
}
