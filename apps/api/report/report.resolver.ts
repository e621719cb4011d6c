import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { dueOfKind } from '#domain/deadline/built-in-deadlines.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Receipt } from '#use-cases/report/receive-report.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { RegisterReportInput, SubmitReportInput } from './report.inputs.js';
import { ReportReceipt } from './report.model.js';

@Resolver()
export class ReportResolver {
  constructor(
    private readonly submit: SubmitReport,
    private readonly register: RegisterReport,
  ) {}

  @Requires('make-report')
  @Mutation(() => ReportReceipt, {
    description: 'Reports a concern for one or several children in the name of one’s own house.',
  })
  async submitReport(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SubmitReportInput,
  ): Promise<ReportReceipt> {
    return shownReceipt(await this.submit.run(caller, input));
  }

  @Requires('register-report')
  @Mutation(() => ReportReceipt, { description: 'Writes down a report that came by phone, letter or visit.' })
  async registerReport(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: RegisterReportInput,
  ): Promise<ReportReceipt> {
    return shownReceipt(await this.register.run(caller, input));
  }
}

/** The reporter is told the law's own times; what the municipality has set for itself is its own business. */
export function shownReceipt(receipt: Receipt): ReportReceipt {
  const { reportId, ...rest } = receipt;
  const by = (kind: 'protection-assessment' | 'grade-green-assessment'): Date => {
    const due = dueOfKind(kind, receipt.receivedAt.getTime());
    if (!due.ok) throw new Error(due.error.sentence);
    return new Date(due.value);
  };
  return {
    id: reportId,
    ...rest,
    protectionAssessedBy: by('protection-assessment'),
    decidedBy: by('grade-green-assessment'),
  };
}
