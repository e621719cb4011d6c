import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Named } from '../form/form.model.js';
import { CaseDeadline, HouseShown, PersonShown } from './intake-queue.model.js';

@ObjectType({ description: 'An answer to one factor, and the house that gave it.' })
export class FactorAnswerShown {
  @Field() factor!: string;
  @Field(() => Named, { description: 'The factor as it was asked.' }) label!: Named;
  @Field() answer!: string;
  @Field() reasons!: string;
  @Field({ description: 'authority/branch.' }) by!: string;
}

@ObjectType({ description: 'A house that something is open to beside the reader’s own.' })
export class HouseSeeingShown {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'Something said about a child, released to this reader, with the ground for it.' })
export class ReportPart {
  @Field(() => ID) id!: string;
  @Field({ description: 'content, reporter, instrument, completion, feedback, grading, protection, decision or join.' })
  kind!: string;
  @Field() category!: string;
  @Field() text!: string;
  @Field({ description: 'Kind of party that said it.' }) giverKind!: string;
  @Field({ description: 'Why this reader may see it.' }) ground!: string;
  @Field(() => [HouseSeeingShown], { description: 'Other houses that it is open to.' })
  alsoSeenBy!: readonly HouseSeeingShown[];
  @Field(() => Date, { nullable: true, description: 'Until when; null when no end is known.' }) until!: Date | null;
  @Field() createdAt!: Date;
  @Field(() => String, { nullable: true, description: 'The child as the reporter wrote it.' }) childName!:
    string | null;
  @Field(() => String, { nullable: true }) familyKnows!: string | null;
  @Field(() => String, { nullable: true }) familyKnowsWhat!: string | null;
  @Field(() => String, { nullable: true, description: 'What is done at once to protect the child.' })
  measures!: string | null;
  @Field(() => String, { nullable: true }) contact!: string | null;
  @Field(() => String, { nullable: true }) organisation!: string | null;
  @Field(() => String, { nullable: true, description: 'What came of it, in feedback to a reporter.' })
  feedback!: string | null;
  @Field(() => String, { nullable: true, description: '`phone`, `met` or `letter`: how the reporter was told it.' })
  toldHow!: string | null;
  @Field(() => String, { nullable: true, description: 'On which day, as 2026-11-24.' }) toldOn!: string | null;
  @Field(() => String, { nullable: true }) instrument!: string | null;
  @Field(() => Int, { nullable: true, description: 'Of the instrument, as it was answered.' })
  instrumentVersion!: number | null;
  @Field(() => Named, { nullable: true }) instrumentLabel!: Named | null;
  @Field(() => [FactorAnswerShown]) answers!: readonly FactorAnswerShown[];
  @Field(() => Int, { nullable: true, description: 'In one’s own reports: which child, from 1.' }) child!:
    number | null;
}

@ObjectType({ description: 'A report on a case.' })
export class CaseReport {
  @Field(() => ID) id!: string;
  @Field() receipt!: string;
  @Field() channel!: string;
  @Field() receivedAt!: Date;
  @Field() reporterKind!: string;
  @Field(() => HouseShown, { nullable: true }) reporterHouse!: HouseShown | null;
  @Field(() => String, { nullable: true }) reporterName!: string | null;
  @Field(() => String, { nullable: true }) reporterPhone!: string | null;
  @Field(() => String, { nullable: true }) reporterEmail!: string | null;
  @Field() saysDanger!: boolean;
  @Field() wantsFeedback!: boolean;
  @Field(() => Date, { nullable: true }) feedbackGivenAt!: Date | null;
  @Field(() => String, { nullable: true, description: '`shared`, `told` or `unsuitable`.' })
  feedbackOutcome!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      '`investigation-opened`, `no-investigation` or `investigation-runs-already`: what can be told the reporter now.',
  })
  feedbackToGive!: string | null;
  @Field({ description: 'It cannot be shared with a house of the reporter’s here: somebody has to tell them.' })
  toldInPerson!: boolean;
  @Field(() => Int, { description: 'How many more children the report was about.' }) otherChildren!: number;
  @Field(() => [ReportPart]) parts!: readonly ReportPart[];
  @Field(() => Int, { description: 'Parts that stay with the reporter’s house, such as a protected address.' })
  withheld!: number;
}

@ObjectType({ description: 'A grading by a person; the newest stands first.' })
export class GradingShown {
  @Field(() => ID) id!: string;
  @Field() grade!: string;
  @Field() instrument!: string;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
}

@ObjectType({ description: 'An immediate protection assessment; the newest stands first.' })
export class ProtectionShown {
  @Field(() => ID) id!: string;
  @Field() needsProtection!: boolean;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
}

@ObjectType({ description: 'Another case of the same child.' })
export class OtherCaseShown {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field() state!: string;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field() openedAt!: Date;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
}

@ObjectType({ description: 'That a join was undone, and why.' })
export class SeparationShown {
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
}

@ObjectType({ description: 'A case that was joined into this one, or this one into another, and why.' })
export class JoinShown {
  @Field(() => ID) id!: string;
  @Field(() => ID) joinedId!: string;
  @Field() joinedNumber!: string;
  @Field(() => String, { nullable: true, description: 'Of the case that carried on; null to whom it is not theirs.' })
  leadNumber!: string | null;
  @Field() byName!: string;
  @Field() at!: Date;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
  @Field(() => SeparationShown, { nullable: true, description: 'Set when it was undone.' })
  separation!: SeparationShown | null;
}

@ObjectType({ description: 'What was decided on a case, by a hub or without one; the newest stands first.' })
export class CaseDecisionShown {
  @Field(() => ID) id!: string;
  @Field({ description: '`open-investigation`, `no-investigation`, `other-support` or, by a hub, `more-now`.' })
  kind!: string;
  @Field() byName!: string;
  @Field(() => String, { nullable: true }) investigatorName!: string | null;
  @Field() at!: Date;
  @Field(() => ID, { nullable: true, description: 'The hub that decided; null when it was decided without one.' })
  hubId!: string | null;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
}

@ObjectType({ description: 'What intake proposed that someone with the authority decides.' })
export class CaseProposalShown {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field() byName!: string;
  @Field() toName!: string;
  @Field(() => ID, { nullable: true }) investigatorId!: string | null;
  @Field() at!: Date;
  @Field(() => ReportPart, { nullable: true }) reasons!: ReportPart | null;
}

@ObjectType({ description: 'A case from its report on, as the gate shows it to this reader.' })
export class Case {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field(() => ID) branchId!: string;
  @Field({ description: 'received, graded, in-hub, investigation, closed or joined.' }) state!: string;
  @Field() phase!: string;
  @Field(() => String, { nullable: true }) grade!: string | null;
  @Field(() => Int, { description: 'To be sent back with a grading or a join.' }) version!: number;
  @Field() receivedAt!: Date;
  @Field(() => ID, { nullable: true, description: 'The case that carries it on, when it was joined.' })
  joinedInto!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A hub of the case that has not closed, where the reader may come to it.',
  })
  openHubId!: string | null;
  @Field({ description: 'A hub of the case has not closed; a case in the hub without one waits for a new one.' })
  hubIsOpen!: boolean;
  @Field(() => Date, { nullable: true, description: 'When the reader’s own work on it ends by itself.' })
  until!: Date | null;
  @Field(() => PersonShown) person!: PersonShown;
  @Field(() => [CaseReport]) reports!: readonly CaseReport[];
  @Field(() => [ProtectionShown]) protectionAssessments!: readonly ProtectionShown[];
  @Field(() => [GradingShown]) gradings!: readonly GradingShown[];
  @Field(() => [CaseDeadline]) deadlines!: readonly CaseDeadline[];
  @Field(() => [OtherCaseShown]) otherCases!: readonly OtherCaseShown[];
  @Field(() => [JoinShown]) joins!: readonly JoinShown[];
  @Field(() => [CaseDecisionShown]) decisions!: readonly CaseDecisionShown[];
  @Field(() => [CaseProposalShown]) proposals!: readonly CaseProposalShown[];
}

@ObjectType({ description: 'What a grading came to.' })
export class GradeOutcome {
  @Field(() => ID) caseId!: string;
  @Field() grade!: string;
  @Field({ description: '`first`, `confirmed`, `raised` or `lowered`.' }) change!: string;
}

@ObjectType({ description: 'What a protection assessment came to.' })
export class ProtectionAssessmentOutcome {
  @Field(() => ID) caseId!: string;
  @Field({ description: 'A child in danger whose case is not red: a person is asked to grade anew.' })
  asksRegrading!: boolean;
}

@ObjectType({ description: 'Two cases made one.' })
export class JoinOutcome {
  @Field(() => ID, { description: 'The case that carries on.' }) caseId!: string;
  @Field(() => ID) joinedId!: string;
}

@ObjectType({ description: 'One case made two again.' })
export class SeparationOutcome {
  @Field(() => ID, { description: 'The case that carried on.' }) caseId!: string;
  @Field(() => ID, { description: 'The case that is its own again.' }) joinedId!: string;
}

@ObjectType({ description: 'What became of the feedback.' })
export class FeedbackOutcome {
  @Field(() => ID) reportId!: string;
  @Field({ description: '`shared`, `told` or `unsuitable`.' }) outcome!: string;
}

@ObjectType({ description: 'What a decision came to.' })
export class CaseDecisionOutcome {
  @Field(() => ID) caseId!: string;
  @Field() kind!: string;
  @Field({ description: '`investigation` or `closed`.' }) state!: string;
}

@ObjectType({ description: 'A proposal that now waits for its decider.' })
export class ProposalOutcome {
  @Field(() => ID) caseId!: string;
}

@ObjectType({ description: 'A case whose measures have begun.' })
export class MeasuresOutcome {
  @Field(() => ID) caseId!: string;
}

@ObjectType({ description: 'Someone who can decide or take an investigation over.' })
export class CaseDecider {
  @Field(() => ID) staffId!: string;
  @Field() name!: string;
  @Field() title!: string;
}

@ObjectType({ description: 'Whom a decision can be proposed to, and who can investigate.' })
export class CaseDeciders {
  @Field(() => [CaseDecider]) deciders!: readonly CaseDecider[];
  @Field(() => [CaseDecider]) investigators!: readonly CaseDecider[];
  @Field(() => ID, { nullable: true, description: 'A hub of the case that has not closed: it decides.' })
  openHubId!: string | null;
  @Field(() => Date, { nullable: true, description: 'When that hub is to end.' })
  openHubEndsAt!: Date | null;
}
