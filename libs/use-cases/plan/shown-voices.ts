/** Who of the family promised, proposed or said something in a plan, as its reader may know them; their words are the house’s that leads. */
import type { VoiceKind } from '#domain/plan/family-plan.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import type { PlanVoiceRow } from './plan-voice.port.js';
import type { PlanEntryRow } from './plan.port.js';

export interface FamilyMember {
  /** By what it is written down who promised something: `subject`, or a guardian’s id for the house that leads. */
  readonly key: string;
  readonly family: 'subject' | 'guardian';
  readonly person: ReleasedIdentity | null;
}

export interface ShownVoice {
  readonly id: string;
  readonly kind: VoiceKind;
  readonly by: FamilyMember;
  readonly said: ReleasedItem;
  readonly saidAt: Date;
  readonly answer: 'taken-up' | 'declined' | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

/** The young person, whom every house at the table may mean without knowing more of them. */
export const SUBJECT = 'subject';

interface Found {
  readonly own: boolean;
  readonly group: { readonly personId: string };
  readonly voices: readonly PlanVoiceRow[];
}

interface Opened {
  readonly people: ReadonlyMap<string, ReleasedIdentity>;
  readonly items: ReadonlyMap<string, ReleasedItem>;
}

export function memberOf({ own, group }: Found, { people }: Pick<Opened, 'people'>, personId: string): FamilyMember {
  const isSubject = personId === group.personId;
  return {
    key: isSubject ? SUBJECT : own ? personId : 'guardian',
    family: isSubject ? 'subject' : 'guardian',
    person: people.get(personId) ?? null,
  };
}

/** Of one thing in the plan; `null`: what is proposed. */
export const voicesOf = (found: Found, opened: Opened, entryId: string | null): readonly ShownVoice[] =>
  found.voices
    .filter((voice) => voice.entryId === entryId)
    .flatMap(({ id, kind, personId, itemId, saidAt, answer, answeredByName, answeredAt }) => {
      const said = opened.items.get(itemId);
      const answered = { answer, answeredByName, answeredAt };
      return said ? [{ id, kind, by: memberOf(found, opened, personId), said, saidAt, ...answered }] : [];
    });

export function proposerOf(found: Found, opened: Opened, { proposalId }: PlanEntryRow): FamilyMember | null {
  const proposal = found.voices.find(({ id }) => id === proposalId);
  return proposal && proposalId !== null ? memberOf(found, opened, proposal.personId) : null;
}
