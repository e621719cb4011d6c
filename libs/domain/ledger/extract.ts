/**
 * What a family is told of who has read or received something about one person: which house, in which role, what kind of
 * thing, when and on what ground; never what it said. A line about something is held to the rule for that thing itself,
 * so that the extract tells nobody more than the gate would (OSL 12:1, 12:3, 18:1, 21:3; GDPR 15); of what somebody has
 * signed that others may be told, they are told that it was.
 */
import type { Assessment, Consent, DisclosureCase, HouseParty, Subject } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { Decision, TownLimits } from '../disclosure/decision.js';
import { writtenHouse } from '../disclosure/parties.js';
import type { Category, HouseKind, Purpose } from '../disclosure/vocabulary.js';
import { hidesHouses } from '../family/shown-houses.js';
import type { Instant } from '../kernel/instant.js';

/** Whose page it is: the person's own, or a guardian's about the child. */
export type ExtractView = 'subject' | 'guardian';

export type ExtractAct = 'read' | 'search' | 'export' | 'override' | 'received' | 'own';

/** Acts of one kind by one house and role about one kind of thing on one day. */
export interface ExtractLine {
  /** `2026-11-24`, Stockholm time. */
  readonly day: string;
  readonly act: ExtractAct;
  /** Null when it was about who the person is: name, number and the like. */
  readonly category: Category | null;
  readonly revealsPlace: boolean;
  /** The family has been told that there is a case: it has come beyond the preliminary assessment (SoL 20:2). */
  readonly isKnown: boolean;
  /** Whose secret it is. */
  readonly keeper: HouseParty;
  /** Who read or received; null when the family itself did. */
  readonly reader: ExtractReader | null;
  readonly ground: string | null;
  readonly purpose: Purpose | null;
  readonly times: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Of what was received: until when it may be read; null has no end. */
  readonly until: Instant | null;
}

export interface ExtractReader {
  readonly kind: HouseKind;
  readonly houseName: string;
  readonly role: string | null;
  readonly staffName: string | null;
}

/** What a family has words for. */
export type ExtractTopic =
  | 'who-you-are'
  | 'contact'
  | 'report'
  | 'school'
  | 'health'
  | 'home'
  | 'money-and-housing'
  | 'alcohol-and-drugs'
  | 'crime'
  | 'friends'
  | 'leisure'
  | 'safety'
  | 'assessment'
  | 'plan';

export interface ExtractGroup extends Omit<ExtractLine, 'category' | 'revealsPlace' | 'isKnown' | 'keeper' | 'reader'> {
  readonly topic: ExtractTopic;
  /** Null when the family itself did it. `houseName` null: only what kind of house it is may be told. */
  readonly reader: (Omit<ExtractReader, 'houseName'> & { readonly houseName: string | null }) | null;
}

export interface ExtractQuestion {
  readonly asOf: Instant;
  readonly view: ExtractView;
  /** The person who looks. */
  readonly viewerId: string;
  readonly subject: Subject;
  readonly assessments: readonly Assessment[];
  /** Those that let something be told to the viewer. */
  readonly consents: readonly Consent[];
  /** What the viewer has signed that houses, as consents write them, may tell others of the person, whether or not it still holds. */
  readonly signed: readonly { readonly from: readonly string[]; readonly categories: readonly Category[] }[];
  readonly childSignsFrom?: number;
  readonly limits?: TownLimits;
  /** The municipality has chosen that families see the names of staff. */
  readonly namesStaff: boolean;
}

const TOPICS: Readonly<Record<Category, ExtractTopic>> = {
  'situational-picture': 'assessment',
  'report-content': 'report',
  'report-feedback': 'report',
  'school-attendance-and-results': 'school',
  'student-health': 'health',
  'student-support': 'school',
  nomination: 'who-you-are',
  'home-and-family': 'home',
  'housing-and-economy': 'money-and-housing',
  'health-and-psychiatry': 'health',
  addiction: 'alcohol-and-drugs',
  'crime-and-suspicion': 'crime',
  'preliminary-investigation': 'crime',
  'associates-and-network': 'friends',
  leisure: 'leisure',
  whereabouts: 'contact',
  'contact-details': 'contact',
  'assessment-results': 'assessment',
  'threat-assessment': 'safety',
  'measures-and-plan': 'plan',
};

/** Those whose secret nobody keeps; what they told is kept by the house that wrote it down. */
const UNBOUND: readonly string[] = ['association'];

/**
 * Only what the rule releases to this very viewer, and what went to others by the viewer's own consent unless the rule says no;
 * all else that a person would have to decide on first is left out too.
 */
export const isShownInExtract = (line: ExtractLine, question: ExtractQuestion): boolean => {
  if (line.act === 'own') return true;
  const told = (category: Category): Decision['outcome'] =>
    decideDisclosure(asked(line, category, question), question.limits).outcome;
  const about = told(line.category ?? 'nomination');
  if (isBySigned(line, question)) return about !== 'refuse';
  // That somebody reads at all tells that there has been a report, as long as nobody has told the family.
  if (!line.isKnown && told('report-content') !== 'release') return false;
  return about === 'release';
};

const isBySigned = ({ ground, category, keeper }: ExtractLine, { signed }: ExtractQuestion): boolean =>
  ground === 'consent' &&
  category !== null &&
  signed.some(({ from, categories }) => from.includes(writtenHouse(keeper)) && categories.includes(category));

const asked = (line: ExtractLine, category: Category, question: ExtractQuestion): DisclosureCase => ({
  asOf: question.asOf,
  from: UNBOUND.includes(line.keeper.kind) ? { ...line.keeper, kind: 'social-services' } : line.keeper,
  to: { kind: question.view, person: question.viewerId },
  subjects: [question.subject],
  category,
  personData: true,
  form: 'none',
  phase: 'none',
  purpose: 'support',
  recipientAssigned: false,
  recipientNamed: false,
  revealsPlace: line.revealsPlace,
  reportedBy: null,
  childSignsFrom: question.childSignsFrom,
  consents: question.consents,
  assessments: question.assessments,
});

/** The extract as it is shown: newest first, and one row for what looks the same. */
export const makeExtract = (lines: readonly ExtractLine[], question: ExtractQuestion): readonly ExtractGroup[] => {
  const groups = new Map<string, ExtractGroup>();
  for (const line of lines) {
    if (!isShownInExtract(line, question)) continue;
    const shown = shownAs(line, question);
    const { times, first, last, until, ...same } = shown;
    const key = JSON.stringify(same);
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined
        ? shown
        : {
            ...known,
            times: known.times + times,
            first: Math.min(known.first, first),
            last: Math.max(known.last, last),
            until: known.until === null || until === null ? null : Math.max(known.until, until),
          },
    );
  }
  return [...groups.values()].sort((a, b) => b.last - a.last || a.topic.localeCompare(b.topic));
};

/** Who is named for a protected child tells where the child is, to the child's own page too. */
const shownAs = (line: ExtractLine, { subject, view, namesStaff }: ExtractQuestion): ExtractGroup => {
  const isProtected = subject.protection !== 'none';
  const { day, act, category, reader, ground, purpose, times, first, last, until } = line;
  return {
    ...{ day, act, ground, purpose, times, first, last, until },
    topic: category === null ? 'who-you-are' : TOPICS[category],
    reader:
      reader === null
        ? null
        : {
            kind: reader.kind,
            role: reader.role,
            houseName: hidesHouses(view, subject.protection) ? null : reader.houseName,
            staffName: namesStaff && !isProtected ? reader.staffName : null,
          },
  };
};
