import { describe, expect, it } from '@jest/globals';
import { byOrganisation, storyOf } from './story.js';

const person = (
  hint: string,
  role: string,
  unitName: string,
  kind = 'social-services',
  organisation = 'Socialtjänsten',
) => ({
  hint,
  name: hint,
  title: '',
  organisation,
  kind,
  municipality: 'Ekvalla',
  posts: [{ role, unitName }],
});

const people = [
  person('marcus', 'unit-representative', 'Områdespolisen', 'police', 'Polisen'),
  person('ali', 'unit-representative', 'Ungdomsenheten'),
  person('maria', 'intake', 'Mottagningen'),
  person('birgitta', 'manager', 'Ledningen'),
];

describe('the story', () => {
  it('gives each step to someone who may take it, and leaves out what nobody can', () => {
    expect(storyOf(people).map((step) => [step.key, step.person.hint])).toEqual([
      ['report', 'maria'],
      ['convene', 'maria'],
      ['answer', 'ali'],
      ['meet', 'maria'],
    ]);
  });

  it('lists organisations with the social services first', () => {
    expect(byOrganisation(people).map(([name, all]) => [name, all.length])).toEqual([
      ['Socialtjänsten', 3],
      ['Polisen', 1],
    ]);
  });
});
