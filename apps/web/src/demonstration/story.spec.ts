import { describe, expect, it } from '@jest/globals';
import { byOrganisation, storiesOf } from './story.js';

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
    const told = storiesOf(people).map(({ key, steps }) => [
      key,
      steps.map((step) => [step.key, step.person?.hint ?? 'a family']),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      red: [
        ['report', 'maria'],
        ['convene', 'maria'],
        ['answer', 'ali'],
        ['meet', 'maria'],
      ],
      consent: [
        ['ask', 'maria'],
        ['sign', 'a family'],
        ['share', 'maria'],
        ['takeBack', 'marcus'],
      ],
    });
  });

  it('gives the meeting whoever decides beside whoever leads it', () => {
    const meet = storiesOf(people)[0]?.steps.find(({ key }) => key === 'meet');
    expect(meet?.person && [meet.person.hint, meet.also?.person.hint, meet.also?.page]).toEqual([
      'maria',
      'birgitta',
      '/nu',
    ]);
  });

  it('lists organisations with the social services first', () => {
    expect(byOrganisation(people).map(([name, all]) => [name, all.length])).toEqual([
      ['Socialtjänsten', 3],
      ['Polisen', 1],
    ]);
  });
});
