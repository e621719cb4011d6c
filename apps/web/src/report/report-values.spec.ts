/** A child that is chosen among the registered, what was typed before, and where the faults of one stand. */
import { describe, expect, it } from '@jest/globals';
import { emptyChild, placeOfFault, registerSchema, sentChildren, withChosen, withoutChosen } from './report-values.js';

const typed = {
  ...emptyChild(),
  givenName: 'Alva',
  familyName: 'Prov',
  number: '20120101-TTTT',
  noneFits: 'yes',
  content: 'Oro',
};
const REGISTERED = { id: 'p1', name: 'Alva Provsson', givenName: 'Alva', familyName: 'Provsson' };

describe('a child that is chosen among the registered', () => {
  it('stands in the place of what was typed, and one has no longer said that nobody fits', () => {
    expect(withChosen(typed, REGISTERED)).toMatchObject({
      personId: 'p1',
      noneFits: '',
      givenName: 'Alva',
      familyName: 'Provsson',
      number: '',
      content: 'Oro',
    });
  });

  it('gives back what was typed when the choice is taken back, also after another was chosen', () => {
    const other = withChosen(withChosen(typed, REGISTERED), { id: 'p2', name: 'Bo' });
    expect(other).toMatchObject({ personId: 'p2', givenName: 'Bo', familyName: '' });
    expect(withoutChosen(other)).toEqual({ ...typed, noneFits: '' });
  });

  it('is chosen anew after that as at first', () => {
    const again = withChosen({ ...withoutChosen(withChosen(typed, REGISTERED)), givenName: 'Elva' }, REGISTERED);
    expect(withoutChosen(again).givenName).toBe('Elva');
  });

  it('is sent without what was typed before', () => {
    expect(Object.keys(sentChildren([withChosen(typed, REGISTERED)])[0]!)).not.toContain('typed');
    expect(registerSchema.shape.children.safeParse([withChosen(typed, REGISTERED)]).success).toBe(true);
  });
});

describe('a fault of a child', () => {
  const children = [withChosen(typed, REGISTERED), typed];
  it.each([
    ['children.0.givenName', 'children.0.personId'],
    ['children.0.bornYear', 'children.0.personId'],
    ['children.0.content', 'children.0.content'],
    ['children.1.givenName', 'children.1.givenName'],
    ['children.1', 'children.1.personId'],
    ['reporterName', 'reporterName'],
  ])('at %s stands at %s', (field, place) => {
    expect(placeOfFault(field, children)).toBe(place);
  });
});
