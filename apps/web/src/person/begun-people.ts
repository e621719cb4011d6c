/** People whom one has begun to register: each a draft of its own, so that whoever is searched for next takes no name or number over. */
import { draftsUnder } from '../elements/form/drafts.js';
import type { IdentityValues } from './identity-values.js';

/** Never named by what was searched for: that may be a personal number. */
const PREFIX = 'person-new:';

export interface NewPerson extends IdentityValues {
  readonly protection: string;
  /** What was searched for. */
  readonly asked: string;
}

export interface BegunPerson {
  readonly draft: string;
  readonly asked: string;
}

export interface KeptPerson extends BegunPerson {
  /** As far as it is written. */
  readonly name: string;
}

export const begunPeople = (): KeptPerson[] =>
  draftsUnder(PREFIX).map(({ rest, values }) => {
    const { asked, givenName, familyName } = values as NewPerson;
    return { draft: PREFIX + rest, asked, name: `${givenName} ${familyName}`.trim() };
  });

/** The same search goes on with the same person, another one begins another. */
export const beginPerson = (asked: string): BegunPerson =>
  begunPeople().find((one) => one.asked === asked) ?? { draft: PREFIX + crypto.randomUUID(), asked };
