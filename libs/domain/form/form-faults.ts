/**
 * What makes a form impossible to run, found when it is read and not in a meeting: a group that nobody can form, close or
 * stand on a ground for (OSL 10:1; a form without persons keeps no person's data).
 */
import { PERSON_KINDS } from '../disclosure/vocabulary.js';
import { isOnItsWeekday } from './cadence.js';
import { bindingFaults } from './binding-faults.js';
import type { CollaborationForm, StepDeed } from './form.js';
import { inFile, type FormFault } from './form-fault.js';
import { roughDays } from './rough-days.js';

const ONCE: readonly StepDeed[] = ['nominate', 'form', 'close'];
/** A meeting ends on the day that it begins. */
const LONGEST_MEETING = 8 * 60;

/** Everything that is wrong; an empty list is a form that can be run from nomination to closing. */
export function formFaults(form: CollaborationForm): readonly FormFault[] {
  return [
    ...levelFaults(form),
    ...partyFaults(form),
    ...orderFaults(form),
    ...stepFaults(form),
    ...bindingFaults(form),
    ...documentFaults(form),
    ...spanFaults(form),
    ...meetingFaults(form),
    ...cadenceFaults(form),
    ...onwardFaults(form),
  ];
}

function levelFaults({ level, ground, form, agreement }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  if ((level === 'none') !== (ground.kind === 'no-person-data'))
    faults.push(inFile('ground.kind', 'a form without persons, and no other, stands on no-person-data'));
  if (level === 'persons' && (form === 'sspf-group' || form === 'est'))
    faults.push(inFile('level', `nothing about a person may be said in ${form}`));
  if (level === 'persons' && form === 'none')
    faults.push(inFile('form', 'what is about a person is a form that consents and disclosures know'));
  if (agreement && form === 'none') faults.push(inFile('agreement', 'no agreement is about the form none'));
  return faults;
}

function partyFaults({ parties, ground, level }: CollaborationForm): FormFault[] {
  const faults = parties.must.flatMap((kinds, at): FormFault[] =>
    kinds.length === 0
      ? [{ path: `parties.must.${at}`, code: 'party-without-kind', fault: 'names no kind of party' }]
      : [],
  );
  if (parties.must.length === 0)
    faults.push({ path: 'parties.must', code: 'party-missing', fault: 'somebody has to take part' });
  if (ground.kind === 'internal' && parties.must.length > 1)
    faults.push({ path: 'parties.must', code: 'one-house', fault: 'internal is inside one house' });
  if (level === 'none' && parties.may.some((kind) => (PERSON_KINDS as readonly string[]).includes(kind)))
    faults.push({ path: 'parties.may', code: 'no-person-here', fault: 'nobody comes as a person to a form without' });
  return faults;
}

/** A group is nominated, formed and closed once, in this order, and meets in between. */
function orderFaults({ steps }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  const at = (deed: StepDeed): number => steps.findIndex(({ does }) => does === deed);
  for (const deed of ONCE)
    if (steps.filter(({ does }) => does === deed).length !== 1)
      faults.push({ path: 'steps', code: 'step-needed', fault: `has exactly one step that does ${deed}` });
  if (at('nominate') > 0) faults.push(inFile('steps', 'begins with the nomination'));
  if (at('close') < at('form')) faults.push(inFile('steps', 'is formed before it is closed'));
  if (at('meet') >= 0 && (at('meet') < at('form') || at('meet') > at('close')))
    faults.push(inFile('steps', 'meets between forming and closing'));
  if (at('follow-up') >= 0 && at('follow-up') < at('close')) faults.push(inFile('steps', 'closed, then followed up'));
  return faults;
}

function stepFaults({ steps, ground, agreement, documents, level }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  const at = steps.findIndex(({ does }) => does === 'form');
  const forming = steps[at];
  const path = `steps.${at}.requires`;
  if (forming && !forming.requires.includes('ground') && level === 'persons')
    faults.push({ path, code: 'requirement-kept', fault: 'a group about a person is formed on a ground' });
  if (forming && agreement && !forming.requires.includes('agreement'))
    faults.push({ path, code: 'requirement-kept', fault: 'a group is formed under an agreement' });
  if (ground.kind === 'consent' && !steps.some(({ does }) => does === 'consent'))
    faults.push({ path: 'steps', code: 'consent-step-needed', fault: 'asks for the consent that it stands on' });
  const names = steps.map(({ step }) => step);
  steps.forEach(({ step, document, within, owed }, place) => {
    if (names.indexOf(step) !== place) faults.push(inFile(`steps.${place}.step`, `two steps are called ${step}`));
    if (within !== undefined && owed !== undefined)
      faults.push({
        path: `steps.${place}.within`,
        code: 'own-limit',
        fault: `the municipality’s own limit ${owed} counts here`,
      });
    if (document !== undefined && !documents.some((one) => one.document === document))
      faults.push({
        path: `steps.${place}.document`,
        code: 'document-not-listed',
        fault: `no document ${document} is defined in this form`,
      });
  });
  return faults;
}

const documentFaults = ({ documents }: CollaborationForm): FormFault[] =>
  documents.flatMap(({ document }, at): FormFault[] =>
    documents.findIndex((one) => one.document === document) < at
      ? [{ path: `documents.${at}`, code: 'document-twice', fault: `the document ${document} stands there twice` }]
      : [],
  );

function spanFaults({ ages, size, months, capacity }: CollaborationForm): FormFault[] {
  const faults = Object.entries({ ages, size, months }).flatMap(([path, span]): FormFault[] =>
    span !== null && span.to < span.from
      ? [{ path: `${path}.to`, code: 'to-below-from', fault: 'must not be below from' }]
      : [],
  );
  if (capacity !== null && capacity < 1) faults.push(inFile('capacity', 'there is room for one at least'));
  return faults;
}

function meetingFaults({ meetings, level, steps }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  if (meetings.length === 0 && steps.some(({ does }) => does === 'meet'))
    faults.push({ path: 'meetings', code: 'no-meeting', fault: 'a group that meets has a kind of meeting' });
  meetings.forEach(({ meeting, agenda }, at) => {
    const path = `meetings.${at}`;
    if (meetings.findIndex((one) => one.meeting === meeting) < at)
      faults.push({ path: `${path}.name`, code: 'meeting-twice', fault: `two kinds of meeting are called ${meeting}` });
    if (agenda.length === 0) faults.push({ path: `${path}.agenda`, code: 'agenda-empty', fault: 'has no point' });
    if (agenda.reduce((sum, part) => sum + part.minutes, 0) > LONGEST_MEETING)
      faults.push({ path: `${path}.agenda`, code: 'meeting-too-long', fault: 'is longer than a day’s work' });
    agenda.forEach((part, point) => {
      if (level === 'none' && part.with === 'everyone')
        faults.push({
          path: `${path}.agenda.${point}.with`,
          code: 'no-person-here',
          fault: 'no family comes to a form without persons',
        });
    });
  });
  return faults;
}

function cadenceFaults({ cadence }: CollaborationForm): FormFault[] {
  if (cadence === null) return [];
  const faults: FormFault[] = [];
  const { slot } = cadence;
  if (slot && !isOnItsWeekday(slot))
    faults.push({
      path: 'cadence.slot.firstOn',
      code: 'slot-first-day',
      fault: 'is no date on the weekday of the slot',
    });
  if (roughDays(cadence.every) > roughDays(cadence.limit))
    faults.push({ path: 'cadence.limit', code: 'limit-shorter', fault: 'must not be shorter than every' });
  if (slot && slot.everyWeeks * 7 > roughDays(cadence.limit))
    faults.push({
      path: 'cadence.slot.everyWeeks',
      code: 'slot-too-seldom',
      fault: 'comes too seldom for the limit',
    });
  return faults;
}

function onwardFaults({ kind, level, becomes = [], monitoring }: CollaborationForm): FormFault[] {
  const faults: FormFault[] = [];
  if (becomes.includes(kind)) faults.push(inFile('becomes', 'a form does not become itself'));
  if (level === 'none' && (becomes.length > 0 || monitoring !== undefined))
    faults.push(inFile('level', 'only work about a person goes over to another form or is monitored'));
  return faults;
}
