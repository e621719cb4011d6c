import { describe, expect, it } from '@jest/globals';
import { mayRetry, refusalOf } from './refusal.js';

describe('a refusal', () => {
  it('keeps code, sentence and every field concerned', () => {
    const refusal = refusalOf({
      graphQLErrors: [
        { message: 'Skriv tolv siffror.', extensions: { code: 'BAD_USER_INPUT', field: 'personalNumber' } },
        { message: 'Välj en.', extensions: { code: 'BAD_USER_INPUT', field: 'grade' } },
      ],
    });
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.fields).toEqual([
      { field: 'personalNumber', sentence: 'Skriv tolv siffror.' },
      { field: 'grade', sentence: 'Välj en.' },
    ]);
    expect(mayRetry(refusal)).toBe(false);
  });

  it('reads the faults of an invalid input, and passes by what is not one', () => {
    const faults = [{ field: 'child.born', code: 'DATE', message: 'Skriv ett datum.' }, { code: 'X' }, null];
    const refusal = refusalOf({
      graphQLErrors: [{ message: 'Rätta.', extensions: { code: 'INVALID_INPUT', faults } }],
    });
    expect(refusal.fields).toEqual([{ field: 'child.born', sentence: 'Skriv ett datum.' }]);
  });

  it('calls a lost connection by its name, and that alone may be tried again', () => {
    const refusal = refusalOf({ networkError: new Error('failed to fetch') });
    expect(refusal.code).toBe('NETWORK');
    expect(mayRetry(refusal)).toBe(true);
  });

  it('does not take a refused request for a lost connection', () => {
    expect(refusalOf({ graphQLErrors: [{ message: 'Nej.' }] })).toMatchObject({ code: 'UNKNOWN', sentence: 'Nej.' });
  });
});
