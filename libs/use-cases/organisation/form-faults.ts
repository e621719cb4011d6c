import { InvalidInput, type FieldFault } from '../failure.js';

/** Gathers what is wrong with a form, field by field, so that it is told all at once. */
export class FormFaults {
  private readonly faults: FieldFault[] = [];

  add(field: string, code: string, values: FieldFault['values'] = {}): void {
    this.faults.push({ field, code, values });
  }

  /** The text without spaces around it; a fault when it is empty or longer than `most`. */
  words(field: string, text: string, most: number): string {
    const words = text.trim();
    if (words === '') this.add(field, 'REQUIRED');
    else if (words.length > most) this.add(field, 'TOO_LONG', { most });
    return words;
  }

  /** Like `words`, but may be empty; null then. */
  optionalWords(field: string, text: string | null, most: number): string | null {
    const words = text?.trim() ?? '';
    if (words.length > most) this.add(field, 'TOO_LONG', { most });
    return words === '' ? null : words;
  }

  /** Throws when anything was wrong. */
  tell(): void {
    if (this.faults.length > 0) throw new InvalidInput(this.faults);
  }
}
