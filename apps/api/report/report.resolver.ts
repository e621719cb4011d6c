import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import { dueOfKind } from '#domain/deadline/built-in-deadlines.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AskForFeedback } from '#use-cases/report/ask-for-feedback.js';
import { CompleteReport } from '#use-cases/report/complete-report.js';
import { ListOwnReports } from '#use-cases/report/list-own-reports.js';
import type { Receipt } from '#use-cases/report/receive-report.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { PageArgs, pageOf, readPlaceInTime, writeCursor } from '../graphql/connection.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { CompleteReportInput } from './case.inputs.js';
import { RegisterReportInput, SubmitReportInput } from './report.inputs.js';
import { CompletionReceipt, FeedbackAsked, OwnReportConnection, ReportReceipt } from './report.model.js';
import { shownPartOf } from './show-case.js';

@Resolver()
export class ReportResolver {
  constructor(
    private readonly submit: SubmitReport,
    private readonly register: RegisterReport,
    private readonly complete: CompleteReport,
    private readonly own: ListOwnReports,
    private readonly ask: AskForFeedback,
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
    const personIds = input.personIds.map((id) => (id === '' ? null : id));
    return shownReceipt(await this.register.run(caller, { ...input, personIds }));
  }

  @Requires('make-report')
  @Mutation(() => CompletionReceipt, {
    description: 'Adds to a report by its receipt; whoever adds learns nothing back.',
  })
  completeReport(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: CompleteReportInput,
  ): Promise<CompletionReceipt> {
    return this.complete.run(caller, input);
  }

  @Requires('make-report')
  @Mutation(() => FeedbackAsked, { description: 'Asks, after reporting, to know what came of it (SoL 19:6).' })
  askForFeedback(
    @CurrentCaller() caller: StaffCaller,
    @Args('reportId', { type: () => ID }, ParseUUIDPipe) reportId: string,
  ): Promise<FeedbackAsked> {
    return this.ask.run(caller, reportId);
  }

  @Requires('make-report')
  @Query(() => OwnReportConnection, { description: 'The reports that the caller has made from the house they act in.' })
  async myReports(@CurrentCaller() caller: StaffCaller, @Args() args: PageArgs): Promise<OwnReportConnection> {
    const after = readPlaceInTime(args.after);
    const page = await this.own.run(caller, {
      first: args.first,
      after: after && { receivedAt: after.at, id: after.id },
    });
    return pageOf(page.reports, page.more, {
      cursor: ({ receivedAt, id }) => writeCursor([receivedAt.toISOString(), id]),
      node: (report) => ({ ...report, parts: report.parts.map((part) => shownPartOf(part, part.child)) }),
    });
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
