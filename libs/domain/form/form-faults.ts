/**
 * What makes a form impossible to run, found when it is read and not in a meeting: a group that nobody can form, close or
 * stand on a ground for (OSL 10:1; a form without persons keeps no person's data).
 */
import type { CollaborationForm, StepDeed } from './form.js';

export interface FormFault {
  /** Such as `steps.2.requires`. */
  readonly path: string;
  readonly fault: string;
}

const ONCE: readonly StepDeed[] = ['nominate', 'form', 'close'];

/** Everything that is wrong; an empty list is a form that can be run from nomination to closing. */
export function formFaults(form: CollaborationForm): readonly FormFault[] {
  return [...levelFaults(form), ...partyFaults(form), ...stepFaults(form), ...spanFaults(form), ...meetingFaults(form)];
}

function levelFaults({ level, ground, form, agreement }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  if ((level === 'none') !== (ground.kind === 'no-person-data'))
    faults.push({ path: 'ground.kind', fault: 'a form without persons, and no other, stands on no-person-data' });
  if (level === 'persons' && (form === 'sspf-group' || form === 'est'))
    faults.push({ path: 'level', fault: `nothing about a person may be said in ${form}` });
  if (agreement && form === 'none') faults.push({ path: 'agreement', fault: 'no agreement is about the form none' });
  return faults;
}

function partyFaults({ parties, ground }: CollaborationForm): FormFault[] {
  const faults = parties.must.flatMap((kinds, at): FormFault[] =>
    kinds.length === 0 ? [{ path: `parties.must.${at}`, fault: 'names no kind of party' }] : [],
  );
  if (parties.must.length === 0) faults.push({ path: 'parties.must', fault: 'somebody has to take part' });
  if (ground.kind === 'internal' && parties.must.length > 1)
    faults.push({ path: 'ground.kind', fault: 'internal is inside one house' });
  return faults;
}

function stepFaults({ steps, ground, agreement, documents, level }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  const at = (deed: StepDeed): number => steps.findIndex(({ does }) => does === deed);
  for (const deed of ONCE)
    if (steps.filter(({ does }) => does === deed).length !== 1)
      faults.push({ path: 'steps', fault: `has exactly one step that does ${deed}` });
  if (at('nominate') > 0) faults.push({ path: 'steps', fault: 'begins with the nomination' });
  if (at('close') < at('form')) faults.push({ path: 'steps', fault: 'is formed before it is closed' });
  if (at('meet') >= 0 && (at('meet') < at('form') || at('meet') > at('close')))
    faults.push({ path: 'steps', fault: 'meets between forming and closing' });
  const forming = steps[at('form')];
  if (forming && !forming.requires.includes('ground') && level === 'persons')
    faults.push({ path: `steps.${at('form')}.requires`, fault: 'a group about a person is formed on a ground' });
  if (forming && agreement && !forming.requires.includes('agreement'))
    faults.push({ path: `steps.${at('form')}.requires`, fault: 'a group is formed under an agreement' });
  if (ground.kind === 'consent' && at('consent') < 0)
    faults.push({ path: 'steps', fault: 'asks for the consent that it stands on' });
  const names = steps.map(({ step }) => step);
  steps.forEach(({ step, document }, place) => {
    if (names.indexOf(step) !== place)
      faults.push({ path: `steps.${place}.step`, fault: `two steps are called ${step}` });
    if (document !== undefined && !documents.some((one) => one.document === document))
      faults.push({ path: `steps.${place}.document`, fault: `no document ${document} is defined in this form` });
  });
  return faults;
}

function spanFaults({ ages, size, months, capacity }: CollaborationForm): FormFault[] {
  const faults = Object.entries({ ages, size, months }).flatMap(([path, span]): FormFault[] =>
    span !== null && span.to < span.from ? [{ path: `${path}.to`, fault: 'must not be below from' }] : [],
  );
  if (capacity !== null && capacity < 1) faults.push({ path: 'capacity', fault: 'there is room for one at least' });
  return faults;
}

const DAYS: Readonly<Partial<Record<string, number>>> = { days: 1, workdays: 1.4, weeks: 7, months: 30.4, years: 365 };

function meetingFaults({ meetings, cadence }: CollaborationForm): FormFault[] {
  const faults = meetings.flatMap(({ agenda }, at): FormFault[] =>
    agenda.length === 0 ? [{ path: `meetings.${at}.agenda`, fault: 'has no point' }] : [],
  );
  if (cadence === null) return faults;
  const days = (rule: typeof cadence.every): number =>
    'count' in rule ? rule.count * (DAYS[rule.unit] ?? 0) : (rule.hours ?? 0) / 24;
  if (days(cadence.every) > days(cadence.limit))
    faults.push({ path: 'cadence.limit', fault: 'must not be shorter than every' });
  const slot = cadence.slot;
  if (slot && slot.everyWeeks * 7 > days(cadence.limit))
    faults.push({ path: 'cadence.slot.everyWeeks', fault: 'comes too seldom for the limit' });
  return faults;
}
