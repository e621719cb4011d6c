/** Reports as the forms send them, for the tests that begin with one; children have the Tax Agency's test numbers. */
import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api.js';

/** A personal number and a coordination number of the test series, both of children. */
export const CHILD = '201203152382';
export const SIBLING = '201306062389';
export const COORDINATION_CHILD = '201109722387';

export const reportedChild = (over: object = {}) => ({
  givenName: 'Alva',
  familyName: 'Ek',
  number: CHILD,
  content: 'Bråk vid stationen i går kväll.',
  ...over,
});

export const reportInput = (over: object = {}) => ({
  clientKey: randomUUID(),
  children: [reportedChild()],
  familyKnows: 'no',
  immediateDanger: false,
  wantsFeedback: true,
  ...over,
});

export const registerInput = (over: object = {}) => {
  const { wantsFeedback: _, ...rest } = reportInput();
  return { ...rest, channel: 'phone', reporterKind: 'private-person', feedbackWish: 'declined', ...over };
};

export const completion = (over: object) => ({ input: { clientKey: randomUUID(), ...over } });

export const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { id receipt receivedAt protectionAssessedBy decidedBy caseIds } }`;
export const SUBMIT_AGAIN = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { id receipt receivedAt children wordsArrived } }`;
export const REGISTER = `mutation ($input: RegisterReportInput!) { registerReport(input: $input) { id receipt caseIds } }`;
export const SEARCH = `query ($input: SearchPeopleInput!) { searchPeople(input: $input) { hits { id name } } }`;
export const COMPLETE = `mutation ($input: CompleteReportInput!) { completeReport(input: $input) { receipt at wordsArrived } }`;
export const PROTECT = `mutation ($input: AssessProtectionInput!) { assessProtection(input: $input) { caseId asksRegrading } }`;
export const GRADE = `mutation ($input: GradeCaseInput!) { gradeCase(input: $input) { caseId grade change } }`;
export const JOIN = `mutation ($input: JoinReportsInput!) { joinReports(input: $input) { caseId joinedId } }`;
export const SEPARATE = `mutation ($input: SeparateReportsInput!) { separateReports(input: $input) { caseId joinedId } }`;
export const FEEDBACK = `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { reportId outcome } }`;
export const QUEUE = `query ($first: Int! = 50, $after: String, $stage: String! = "all", $grade: String) {
  intakeQueue(first: $first, after: $after, stage: $stage, grade: $grade) { branchId ungraded graded pageInfo { hasNextPage endCursor }
    edges { node { id version state grade person { name protection } saysDanger reporterKind reporterHouse { kind } reportCount needsProtection otherOpenCases
      deadlines { kind startsAt dueAt state } dueAt } } } }`;
export const CASE = `query ($id: ID!) { case(id: $id) { id state grade version joinedInto person { name protection }
  reports { id receipt reporterName reporterKind otherChildren withheld feedbackOutcome parts { kind category text ground childName contact feedback answers { factor } } }
  gradings { grade reasons { text } } protectionAssessments { needsProtection reasons { text measures } }
  deadlines { kind startsAt dueAt state } otherCases { id }
  joins { joinedId leadNumber reasons { text } separation { byName reasons { kind text } } } } }`;
export const MINE = `query { myReports { edges { node { id receipt children parts { kind child text feedback ground } } } } }`;

/** Sends a report and answers it with the newest case on intake's queue for each child. */
export async function makeReport(reporter: ApiClient, over: object = {}): Promise<{ id: string; receipt: string }> {
  const { submitReport } = await reporter.query(SUBMIT, { input: reportInput(over) });
  return submitReport as { id: string; receipt: string };
}
