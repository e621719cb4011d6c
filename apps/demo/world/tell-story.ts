import type { INestApplicationContext } from '@nestjs/common';
import { MovableClock } from '#use-cases/clock/clock.port.js';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { AnswerQuestion } from '#use-cases/hub/answer-question.js';
import { ConveneHub } from '#use-cases/hub/convene-hub.js';
import { HubStore } from '#use-cases/hub/hub.port.js';
import { ProposeHub } from '#use-cases/hub/propose-hub.js';
import { AssessProtection } from '#use-cases/report/assess-protection.js';
import { GradeCase } from '#use-cases/report/grade-case.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { NO_MARKS } from '#use-cases/share/what-it-says.js';
import type { CallerOf } from './caller-of.js';
import { storyChildren, type StoryChild } from './story-children.js';
import { storyFamilies } from './story-families.js';
import { tellConsents } from './tell-consents.js';
import { tellFamilies } from './tell-families.js';
import { tellGroups } from './tell-groups.js';

/**
 * Fills the demonstration's first days: one case in each state that a visitor should meet, told by the people's own use
 * cases, with the clock set back to when each thing happened and at real time again in the end.
 */
export async function tellStory(app: INestApplicationContext, callerOf: CallerOf): Promise<number> {
  const asCaller = app.get(AsCaller);
  const atHoursAgo = (hours: number): Promise<void> =>
    asCaller.run({ kind: 'service', name: 'sign-in', requestId: 'story' }, async (tx) => {
      const clock = tx.of(MovableClock);
      const { aheadMinutes } = await clock.read();
      await clock.move(Math.round(-hours * 60) - aheadMinutes);
    });
  const cases = new Map<string, string>();
  const steps = storyChildren
    .flatMap((child) => stepsOf(app, callerOf, child, cases))
    .sort((a, b) => b.hoursAgo - a.hoursAgo);
  try {
    for (const step of steps) {
      await atHoursAgo(step.hoursAgo);
      await step.deed();
    }
  } finally {
    await atHoursAgo(0);
  }
  await tellFamilies(app, await callerOf('maria'));
  await tellConsents(app, callerOf, cases);
  await tellGroups(app, callerOf);
  return storyChildren.length;
}

interface Step {
  readonly hoursAgo: number;
  readonly deed: () => Promise<unknown>;
}

function stepsOf(
  app: INestApplicationContext,
  callerOf: CallerOf,
  child: StoryChild,
  cases: Map<string, string>,
): Step[] {
  let caseId = '';
  const steps: Step[] = [
    {
      hoursAgo: child.reportedHoursAgo,
      deed: async () => {
        caseId = await report(app, callerOf, child);
        cases.set(child.givenName, caseId);
      },
    },
  ];
  const { protection, grading, hub } = child;
  if (protection) {
    steps.push({
      hoursAgo: protection.hoursAgo,
      deed: async () =>
        app
          .get(AssessProtection)
          .run(await callerOf('maria'), { caseId, needsProtection: false, reasons: protection.reasons, measures: '' }),
    });
  }
  if (grading) {
    steps.push({
      hoursAgo: grading.hoursAgo,
      deed: async () => {
        const maria = await callerOf('maria');
        const entry = (await app.get(ListIntakeQueue).run(maria, everything)).entries.find((e) => e.id === caseId);
        return app.get(GradeCase).run(maria, {
          caseId,
          expectedVersion: entry?.version ?? 1,
          grade: grading.grade,
          reasons: grading.reasons,
          instrument: 'check-irk',
          factors: child.factors,
        });
      },
    });
  }
  if (hub) {
    let hubId = '';
    steps.push({
      hoursAgo: hub.hoursAgo,
      deed: async () => {
        const maria = await callerOf('maria');
        const proposal = await app.get(ProposeHub).run(maria, caseId);
        ({ hubId } = await app.get(ConveneHub).run(maria, {
          caseId,
          startsAt: null,
          unitIds: proposal.plan.units.map(({ unit }) => unit.id),
          leaderId: maria.staffId,
          deciderId: (await callerOf('elin')).staffId,
        }));
      },
    });
    for (const answer of hub.answers) {
      steps.push({
        hoursAgo: answer.hoursAgo,
        deed: async () => {
          const caller = await callerOf(answer.by);
          const question = await app
            .get(AsCaller)
            .run(caller, async (tx) =>
              (await tx.of(HubStore).findQuestions(hubId)).find((q) => q.unitId === caller.unitId),
            );
          if (!question) throw new Error(`the story asks nothing of ${answer.by}`);
          return app.get(AnswerQuestion).run(caller, {
            questionId: question.id,
            version: question.version,
            knowledge: answer.knowledge,
            parts: answer.parts.map((part) => ({ ...part, ...NO_MARKS })),
          });
        },
      });
    }
  }
  return steps;
}

const everything = { first: 100, after: null, stage: 'all', grade: null } as const;

/** Sends the report and finds the case that the reception made of it. */
async function report(app: INestApplicationContext, callerOf: CallerOf, child: StoryChild): Promise<string> {
  const maria = await callerOf('maria');
  const casesNow = async () => (await app.get(ListIntakeQueue).run(maria, everything)).entries.map((e) => e.id);
  const before = new Set(await casesNow());
  const written = {
    clientKey: child.clientKey,
    children: [
      {
        givenName: child.givenName,
        familyName: child.familyName,
        number: numberOf(child),
        noNumberReason: '',
        bornYear: null,
        content: child.content,
        whereabouts: '',
        factors: child.reportedBy === 'phone' ? [] : child.factors,
      },
    ],
    familyKnows: 'unknown',
    familyKnowsWhat: '',
    immediateDanger: false,
  };
  if (child.reportedBy === 'phone') {
    await app.get(SearchPeople).run(maria, `${child.givenName} ${child.familyName}`);
    await app.get(RegisterReport).run(maria, {
      ...written,
      channel: 'phone',
      reporterKind: 'anonymous',
      reporterName: '',
      reporterOrganisation: '',
      reporterContact: '',
      feedbackWish: 'not-asked',
    });
  } else {
    await app.get(SubmitReport).run(await callerOf(child.reportedBy), { ...written, wantsFeedback: true });
  }
  const made = (await casesNow()).find((id) => !before.has(id));
  if (!made) throw new Error(`the story's report on ${child.givenName} made no case`);
  return made;
}

/** Empty for a child without a family in the story. */
const numberOf = ({ givenName, familyName }: StoryChild): string =>
  storyFamilies.find(({ child }) => child.givenName === givenName && child.familyName === familyName)?.child
    .personalNumber ?? '';
