import { describe, expect, it } from '@jest/globals';
import { QUESTION_STATES, QUESTION_TRANSITIONS } from './question.js';

describe('a question to a unit, as a table that one can read aloud', () => {
  it('can be answered from every state, and anew', () => {
    expect(QUESTION_STATES.map((state) => QUESTION_TRANSITIONS[state].answer)).toEqual([
      'answered',
      'answered',
      'answered',
    ]);
  });

  it('asks the deputy once, and only while nobody has answered', () => {
    expect(QUESTION_STATES.filter((state) => QUESTION_TRANSITIONS[state]['ask-deputy'] !== undefined)).toEqual([
      'asked',
    ]);
  });
});
