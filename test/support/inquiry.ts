/** A case under investigation, and the questions that its investigator puts to other houses. */
import { InquiryStore, type InquiryFacts } from '#use-cases/inquiry/inquiry.port.js';
import type { ApiClient } from './api.js';
import { type GradedCase, openGradedCase } from './case.js';
import type { World } from './world.js';

/** Elin investigates; nobody else of any house works on it. */
export async function openInvestigation(
  world: World,
  named: { readonly givenName?: string; readonly familyName?: string } = {},
): Promise<GradedCase> {
  const opened = await openGradedCase(world, { grade: 'orange', ...named });
  const { branchId, staffId } = world.caller('elin');
  await world.behindTheLocks(`update case_file set state = 'investigation', phase = 'investigation' where id = $1`, [
    opened.caseId,
  ]);
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
    [opened.caseId, branchId, staffId],
  );
  return opened;
}

export const ASK = `mutation($i: AskHousesInput!) { askHouses(input: $i) { inquiries { id unitName branchName } } }`;
export const ASKED = `query($id: ID!) { inquiry(id: $id) { id version name born personalNumber ground byOwnYes categories askedBy askingHouse
  dueAt knowledge answeredAt parts { itemId category text ground } } }`;
export const ANSWER = `mutation($i: AnswerInquiryInput!) { answerInquiry(input: $i) { late given kept places } }`;
export const GATHERED = `query($id: ID!) { inquiriesOfCase(caseId: $id) { categories forms { kind refused units { unitId kind } }
  inquiries { id branchName knowledge answeredAt endedHow kept deputyAsked parts { category text ground } } } }`;

/** Asked as Elin; answers the ids by the key of whose unit it is. */
export async function askAs(
  world: World,
  elin: ApiClient,
  of: {
    readonly caseId: string;
    readonly keys: readonly string[];
    readonly kind?: string;
    readonly withNumber?: boolean;
  },
): Promise<Readonly<Record<string, string>>> {
  await elin.query(ASK, {
    i: {
      caseId: of.caseId,
      kind: of.kind ?? 'mash-2',
      unitIds: of.keys.map((key) => world.caller(key).unitId),
      categories: ['home-and-family', 'associates-and-network', 'crime-and-suspicion', 'school-attendance-and-results'],
      withNumber: of.withNumber ?? false,
    },
  });
  const standing: readonly InquiryFacts[] = (
    await world.asCaller.run(world.caller('elin'), (tx) => tx.of(InquiryStore).findOfCase(of.caseId))
  ).filter(({ endedAt }) => endedAt === null);
  return Object.fromEntries(
    of.keys.map((key) => [key, standing.find(({ unitId }) => unitId === world.caller(key).unitId)?.id ?? '']),
  );
}
