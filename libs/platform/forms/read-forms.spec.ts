/** Every form of the field, walked from nomination to its end from its configuration alone, and the seven towns’ own ways. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { adjustForm, type FormAdjustment } from '#domain/form/adjust-form.js';
import { adjustmentFaults } from '#domain/form/adjustment-faults.js';
import type { CollaborationForm, Requirement } from '#domain/form/form.js';
import { isBinding } from '#domain/form/binding-step.js';
import { findStep, REQUIREMENTS } from '#domain/form/form.js';
import { formFaults } from '#domain/form/form-faults.js';
import { decideStep, nextStep, type GroupFacts } from '#domain/group/decide-step.js';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { readTown } from '../towns/read-town.js';
import { formJsonSchema } from './form-schema.js';
import { FormFileError, parseForm, readForms } from './read-forms.js';

/** A file as somebody may have written it. */
type Loose = ReturnType<typeof JSON.parse>;

const forms = readForms();
const formOf = (kind: string): CollaborationForm => forms.find((one) => one.kind === kind)!;
const everything = new Set<Requirement>(REQUIREMENTS);

/** Takes every step in its order, a repeated one three times. */
function walk(form: CollaborationForm): { readonly group: GroupFacts; readonly standings: readonly string[] } {
  let group: GroupFacts = { standing: 'preparing', taken: [] };
  const standings: string[] = [];
  for (const { step, repeats } of form.steps)
    for (let time = 0; time < (repeats ? 3 : 1); time += 1) {
      const decision = decideStep(form, group, step, { met: everything, reason: null });
      expect([form.kind, step, decision.outcome]).toEqual([form.kind, step, 'taken']);
      if (decision.outcome !== 'taken') continue;
      group = { standing: decision.standing, taken: [...group.taken, step] };
      standings.push(decision.standing);
    }
  return { group, standings };
}

describe('the forms of the field', () => {
  it('are all there', () => {
    expect(forms.map(({ kind }) => kind)).toEqual([
      ...['bob', 'defector', 'est', 'grid', 'gvi', 'helpdesk', 'kurve-kriegen', 'mash-1', 'mash-2', 'mash-3', 'mash-4'],
      ...['preparatory', 'sig', 'sig-rbm', 'sspf-group', 'sspf-individual', 'sspf-junior', 'steering', 'trefas'],
    ]);
  });

  it.each(forms.map((form) => [form.kind, form] as const))('%s is walked from nomination to its end', (_, form) => {
    const { group, standings } = walk(form);
    expect(standings[0]).toBe('preparing');
    expect(standings).toContain('active');
    expect(standings).toContain('closed');
    expect(group.standing).toBe(form.steps.at(-1)?.does === 'follow-up' ? 'followed-up' : 'closed');
    expect(nextStep(form, group)).toBeNull();
  });

  it.each(forms.map((form) => [form.kind, form] as const))('%s is not formed without what it asks for', (_, form) => {
    const forming = form.steps.find(({ does }) => does === 'form')!;
    const taken = form.steps.slice(0, form.steps.indexOf(forming)).map(({ step }) => step);
    for (const lacking of forming.requires) {
      const met = new Set(REQUIREMENTS.filter((one) => one !== lacking));
      expect(decideStep(form, { standing: 'preparing', taken }, forming.step, { met, reason: 'urgent' })).toMatchObject(
        {
          outcome: 'refused',
          code: 'lacks',
          lacks: [lacking],
        },
      );
    }
  });

  it.each(forms.filter(({ level }) => level === 'none').map((form) => [form.kind, form] as const))(
    '%s has no person, no consent and nothing said in words',
    (_, form) => {
      expect(form.ground.kind).toBe('no-person-data');
      expect(form.steps.flatMap(({ requires }) => requires)).not.toContain('reasons');
      expect(form.parties.may.filter((kind) => ['subject', 'guardian', 'private-person'].includes(kind))).toEqual([]);
      expect(form.meetings.flatMap(({ agenda }) => agenda).every((part) => part.with === 'professionals')).toBe(true);
    },
  );

  it('keep to the group when they meet, where somebody may be under threat', () => {
    expect(forms.filter(({ guarded }) => guarded).map(({ kind }) => kind)).toEqual([
      'bob',
      'defector',
      'gvi',
      'trefas',
    ]);
  });

  it('let an interpreter take part wherever a person of another language may be spoken with, and the person where it is theirs', () => {
    const outside = forms.filter(({ ground }) => ground.kind === 'consent' || ground.kind === 'assessment');
    expect(outside.filter(({ parties }) => !parties.may.includes('interpreter')).map(({ kind }) => kind)).toEqual([]);
    for (const kind of ['defector', 'gvi', 'trefas']) {
      expect([kind, formOf(kind).parties.may]).toEqual([kind, expect.arrayContaining(['subject', 'guardian'])]);
      expect([kind, formOf(kind).meetings[0]!.agenda.some((part) => part.with === 'everyone')]).toEqual([kind, true]);
    }
  });

  it('hold the family’s part apart from the professionals’ half hour', () => {
    for (const kind of ['sig', 'sig-rbm', 'mash-4', 'sspf-individual']) {
      const [first, ...rest] = formOf(kind).meetings[0]!.agenda;
      expect(first).toMatchObject({ minutes: 30, with: 'professionals' });
      expect(rest.every((part) => part.with === 'everyone')).toBe(true);
    }
  });
});

describe('what a step asks for that nobody passes over', () => {
  const binding = forms.flatMap((form) => form.steps.filter(isBinding).map((step) => [form, step] as const));

  it('is the defector’s threat, conditions and opening, and the contract of Kurve Kriegen', () => {
    expect(binding.map(([{ kind }, { step }]) => `${kind} ${step}`)).toEqual([
      ...['defector threat', 'defector conditions', 'defector form', 'kurve-kriegen contract'],
    ]);
    // As the police ask for them ([S4]): all six.
    expect(findStep(formOf('defector'), 'form')?.confirms?.map(({ condition }) => condition)).toEqual([
      ...['definition', 'motivated', 'exchange', 'signed', 'no-evidence-person', 'measures-decided'],
    ]);
  });

  it.each(
    binding.filter(([, { does }]) => does !== 'form').map(([form, step]) => [form.kind, step.step, form] as const),
  )('%s: %s comes before what follows it, however urgent', (_, step, form) => {
    const at = form.steps.findIndex((one) => one.step === step);
    const group: GroupFacts = { standing: 'preparing', taken: form.steps.slice(0, at).map((one) => one.step) };
    for (const later of form.steps.slice(at + 1).filter(({ does }) => !['meet', 'close', 'follow-up'].includes(does)))
      for (const reason of GROUP_REASONS['out-of-order'])
        expect(decideStep(form, group, later.step, { met: everything, reason })).toMatchObject({
          outcome: 'refused',
          code: 'must-come-first',
          passed: expect.arrayContaining([step]),
        });
  });

  it.each(binding.map(([form, step]) => [form.kind, step.step, form, step] as const))(
    '%s: %s is neither left out, made optional nor asked for less by a town',
    (_, name, form, step) => {
      const faults = (adjustment: FormAdjustment): string[] =>
        [...adjustmentFaults(form, adjustment), ...formFaults(adjustForm(form, adjustment))].map(({ code }) => code);
      if (step.does !== 'form')
        expect(faults({ kind: form.kind, steps: { without: [name] } })).toContain('binding-step');
      expect(faults({ kind: form.kind, steps: { changed: { [name]: { optional: true } } } })).toContain('binding-step');
      expect(faults({ kind: form.kind, steps: { changed: { [name]: { requires: [] } } } })).toContain(
        'requirement-kept',
      );
    },
  );

  it('keeps nobody from closing: what was not reached was not passed over', () => {
    const taken = ['apply', 'investigate'];
    const decision = decideStep(formOf('defector'), { standing: 'preparing', taken }, 'close', {
      met: everything,
      reason: 'own-wish',
    });
    expect(decision).toMatchObject({ outcome: 'taken', standing: 'closed' });
  });

  it('is not asked for by a step that names nothing to confirm', () => {
    const adjustment: FormAdjustment = { kind: 'sig', steps: { changed: { plan: { requires: ['conditions'] } } } };
    expect(formFaults(adjustForm(formOf('sig'), adjustment)).map(({ code }) => code)).toEqual(['nothing-to-confirm']);
  });
});

describe('the eleven steps of SIG:RBM', () => {
  const rbm = formOf('sig-rbm');
  const steps = rbm.steps.map(({ step }) => step);

  it('are eleven, in Örebro’s order', () => {
    expect(rbm.steps.map(({ does }) => does)).toEqual([
      ...['nominate', 'decide', 'assess', 'decide', 'review', 'consent', 'form', 'plan', 'meet', 'close', 'follow-up'],
    ]);
  });

  it('are not taken out of order without a recorded reason', () => {
    for (const [at, step] of steps.slice(0, 8).entries())
      for (const [later, wanted] of steps.slice(0, 8).entries()) {
        if (later <= at) continue;
        const group: GroupFacts = { standing: 'preparing', taken: steps.slice(0, at) };
        const without = decideStep(rbm, group, wanted, { met: everything, reason: null });
        expect([step, wanted, without]).toMatchObject([step, wanted, { outcome: 'refused', code: 'reason-missing' }]);
        expect(without).toMatchObject({ passed: steps.slice(at, later) });
        expect(decideStep(rbm, group, wanted, { met: everything, reason: ' ' }).outcome).toBe('refused');
        expect(decideStep(rbm, group, wanted, { met: everything, reason: 'urgent' })).toMatchObject({
          outcome: 'taken',
          passed: steps.slice(at, later),
        });
      }
  });

  it('are taken once, none after the end, and no meeting before the group is formed', () => {
    const taken = steps.slice(0, 7);
    const given = { met: everything, reason: 'urgent' };
    expect(decideStep(rbm, { standing: 'active', taken }, 'assess', given)).toMatchObject({ code: 'taken-already' });
    expect(decideStep(rbm, { standing: 'preparing', taken: [] }, 'meet', given)).toMatchObject({
      code: 'not-from-here',
    });
    expect(decideStep(rbm, { standing: 'closed', taken }, 'plan', given)).toMatchObject({ code: 'ended' });
    expect(decideStep(rbm, { standing: 'active', taken }, 'dance', given)).toMatchObject({ code: 'unknown-step' });
  });
});

describe('the seven towns', () => {
  const towns = readdirSync('config/towns').map((name) => readTown(`config/towns/${name}`));
  const lines = towns.flatMap(({ slug, forms: own = [] }) =>
    own.map((line) => [slug, { ...line, kind: line['kind'] ?? line['form'] } as unknown as FormAdjustment] as const),
  );
  const persons = lines.filter(([, { kind }]) => formOf(kind).level === 'persons');
  const inTown = (slug: string, kind?: string): CollaborationForm => {
    const [, adjustment] = lines.find(([town, line]) => town === slug && (kind === undefined || line.kind === kind))!;
    return adjustForm(formOf(adjustment.kind), adjustment);
  };

  it.each(persons)('%s runs its form', (_, adjustment) => {
    const plain = formOf(adjustment.kind);
    const form = adjustForm(plain, adjustment);
    expect([...adjustmentFaults(plain, adjustment), ...formFaults(form)]).toEqual([]);
    expect(walk(form).group.standing).toBe('followed-up');
    expect(form.ages).toEqual(adjustment.ages);
    expect(form.capacity).toBe(adjustment.atOnce?.to);
    expect(form.ground).toEqual(plain.ground);
    expect(form.level).toBe(plain.level);
  });

  it('differ by ages, room, cadence and slot alone', () => {
    expect(inTown('skelleftea').cadence).toMatchObject({
      limit: { unit: 'weeks', count: 1 },
      slot: { weekday: 2, startsLocal: '15:00', everyWeeks: 1 },
    });
    expect(inTown('trollhattan').cadence).toMatchObject({ every: { count: 2 }, slot: { weekday: 2, everyWeeks: 2 } });
    expect(inTown('vaxjo').cadence).toMatchObject({ limit: { unit: 'weeks', count: 4 } });
    expect(inTown('orebro')).toMatchObject({ kind: 'sig-rbm', cadence: { limit: { count: 3 } } });
    // Its leadership meets every fifth week as a group of its own, and no young person's group has that meeting.
    expect(inTown('eskilstuna').meetings).toEqual(formOf('sig').meetings);
    expect(inTown('eskilstuna', 'steering')).toMatchObject({
      name: { sv: 'Ledningsgrupp' },
      level: 'none',
      cadence: { every: { unit: 'weeks', count: 5 }, limit: { unit: 'weeks', count: 5 } },
    });
    expect([...new Set(persons.map(([town]) => inTown(town).form))]).toEqual(['sig']);
  });
});

describe('a form’s file', () => {
  const file = 'config/forms/sig.json';
  const faultsOf = (change: (form: Loose) => void): string => {
    const form: unknown = JSON.parse(readFileSync(file, 'utf8'));
    change(form);
    try {
      parseForm(JSON.stringify(form), file);
    } catch (error) {
      if (error instanceof FormFileError) return error.message;
      throw error;
    }
    return '';
  };

  it.each<[string, (form: Loose) => void, string | RegExp]>([
    ['no kind of party', (f) => (f.parties.must[0][0] = 'scouts'), /^config\/forms\/sig\.json: parties\.must\.0\.0: /],
    [
      'a rule of two units',
      (f) => (f.cadence.limit = { weeks: 1, days: 2 }),
      /^config\/forms\/sig\.json: cadence\.limit: /,
    ],
    ['a field of another', (f) => (f.nonsense = 1), /nonsense/],
    ['another file’s kind', (f) => (f.kind = 'sip'), `${file}: kind: the file of this kind is called sip.json`],
    ['no closing', (f) => f.steps.splice(6, 1), `${file}: steps: has exactly one step that does close`],
    ['a step twice', (f) => (f.steps[4].step = 'form'), `${file}: steps.4.step: two steps are called form`],
    [
      'forming without ground',
      (f) => (f.steps[3].requires = ['agreement']),
      /steps\.3\.requires: a group about a person/,
    ],
    [
      'a document that it does not list',
      (f) => (f.steps[4].document = 'picture'),
      /steps\.4\.document: no document pic/,
    ],
    [
      'a document that nobody can get',
      (f) => (f.documents[0].document = 'poem'),
      /documents\.0\.document: Invalid option/,
    ],
    ['a person in a form without', (f) => (f.level = 'none'), /ground\.kind: a form without persons/],
    ['ages backwards', (f) => (f.ages = { from: 9, to: 3 }), `${file}: ages.to: must not be below from`],
    [
      'a slot too seldom',
      (f) => (f.cadence.slot = { weekday: 2, everyWeeks: 6 }),
      /slot\.everyWeeks: comes too seldom/,
    ],
    [
      'a limit too short',
      (f) => (f.cadence.limit = { days: 3 }),
      `${file}: cadence.limit: must not be shorter than every`,
    ],
  ])('tells file, path and fault of %s', (_, change, expected) => {
    expect(faultsOf(change).split('\n')[0]).toMatch(expected);
  });

  it('is described to editors by the schema that it is read with (npm run form-schema)', () => {
    expect(JSON.parse(readFileSync('config/schemas/form.schema.json', 'utf8'))).toEqual(formJsonSchema());
  });

  it('tells every fault at once, and when it is no JSON', () => {
    expect(faultsOf((f) => ((f.level = 'some'), (f.phase = 'dusk'))).split('\n')).toHaveLength(2);
    expect(() => parseForm('{', 'x.json')).toThrow(/^x\.json: is not JSON/);
  });
});
