import type { Port } from '#use-cases/gate/as-caller.js';
import { WebhookCallStore, WebhookStore } from '#use-cases/webhook/webhook.port.js';
import { WebhookCallRepository } from './webhook/webhook-call.repository.js';
import { WebhookRepository } from './webhook/webhook.repository.js';
import { BusySourceStore } from '#use-cases/calendar/busy-source.port.js';
import { BusyTimeStore } from '#use-cases/calendar/busy-time.port.js';
import { KeptApartStore } from '#use-cases/calendar/kept-apart.port.js';
import { CalendarFeedStore } from '#use-cases/calendar/calendar-feed.port.js';
import { DeadlineStore } from '#use-cases/deadline/deadline.port.js';
import { DeadlineLists } from '#use-cases/deadline/deadline-lists.port.js';
import { DeadlineSettings } from '#use-cases/deadline/deadline-settings.port.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { ConsentLists } from '#use-cases/consent/consent-lists.port.js';
import { NoticeTexts } from '#use-cases/consent/notice-texts.port.js';
import { EIdOrderStore } from '#use-cases/family/e-id-order.port.js';
import { EvidenceStore } from '#use-cases/family/evidence.port.js';
import { FamilyFacts } from '#use-cases/family/family-facts.port.js';
import { OwnPhone } from '#use-cases/family/own-phone.port.js';
import { FamilyLinkStore, FamilySessionStore } from '#use-cases/family/family-access.port.js';
import { GuardianAssessments } from '#use-cases/family/guardian-assessment.port.js';
import { GuardianAssessmentRepository } from './family/guardian-assessment.repository.js';
import { WaysInStore } from '#use-cases/family/ways-in.port.js';
import { DutyStore } from '#use-cases/report/duty.port.js';
import { WakeStore } from '#use-cases/deadline/wake.port.js';
import { MovableClock } from '#use-cases/clock/clock.port.js';
import { NoticeLists } from '#use-cases/notice/notice-lists.port.js';
import { IdentityStore, ItemStore, PersonKeyStore } from '#use-cases/gate/items.port.js';
import { KeyFingerprintStore } from '#use-cases/gate/key-fingerprints.port.js';
import { LedgerReview } from '#use-cases/ledger/ledger-review.port.js';
import { LedgerStore } from '#use-cases/ledger/ledger.port.js';
import { RelocationStore } from '#use-cases/relocation/relocation.port.js';
import { RoomStore } from '#use-cases/live/room.port.js';
import { ExtractStore } from '#use-cases/ledger/extract.port.js';
import { SoughtObjects } from '#use-cases/ledger/sought-objects.port.js';
import { BoardStore } from '#use-cases/meeting/board.port.js';
import { PresenceStore } from '#use-cases/meeting/presence.port.js';
import { MinutesStore } from '#use-cases/minutes/minutes.port.js';
import { FamilyPlanStore } from '#use-cases/plan/family-plan.port.js';
import { PlanVoiceStore } from '#use-cases/plan/plan-voice.port.js';
import { PlanNewsStore } from '#use-cases/plan/plan-news.port.js';
import { PlanVersionStore } from '#use-cases/plan/plan-version.port.js';
import { PlanPenStore } from '#use-cases/plan/plan-pen.port.js';
import { PlanRoomStore } from '#use-cases/plan/plan-room.port.js';
import { PlanStore } from '#use-cases/plan/plan.port.js';
import { HandOverStore } from '#use-cases/hand-over/hand-over.port.js';
import { HubStore } from '#use-cases/hub/hub.port.js';
import { InquiryStore } from '#use-cases/inquiry/inquiry.port.js';
import { InterpreterStore } from '#use-cases/interpreter/interpreter.port.js';
import { SessionStore } from '#use-cases/sign-in/session.port.js';
import { SignInAttemptStore } from '#use-cases/sign-in/sign-in-attempt.port.js';
import { StaffDirectory } from '#use-cases/sign-in/staff-directory.port.js';
import { DeliveryStore, NoticeStore } from '#use-cases/notice/notice.port.js';
import { DutyRosterStore } from '#use-cases/organisation/duty-roster.port.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { PartyStore } from '#use-cases/organisation/parties.port.js';
import { StaffRegister } from '#use-cases/organisation/staff-register.port.js';
import { StaffTraces } from '#use-cases/organisation/staff-traces.port.js';
import { StandingArrangements } from '#use-cases/organisation/standing-arrangements.port.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { PersonCircle } from '#use-cases/person/person-circle.port.js';
import { PersonMergeStore } from '#use-cases/person/person-merge.port.js';
import { RetentionDecisionStore } from '#use-cases/deadline/retention-decision.port.js';
import { RetentionDecisionRepository } from './deadline/retention-decision.repository.js';
import { DisposalStore } from '#use-cases/deadline/disposal.port.js';
import { RetentionStore } from '#use-cases/deadline/retention.port.js';
import { DisposalRepository } from './deadline/disposal.repository.js';
import { RetentionRepository } from './deadline/retention.repository.js';
import { UnattachedStore } from '#use-cases/person/unattached.port.js';
import { PersonRegister } from '#use-cases/person/person-register.port.js';
import { AssessedGrounds } from '#use-cases/share/assessment.port.js';
import { AssessedGroundRepository } from './share/assessed-ground.repository.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { PersonStore } from '#use-cases/person/person.port.js';
import { CaseDecisionStore } from '#use-cases/report/case-decision.port.js';
import { CaseStore } from '#use-cases/report/case.port.js';
import { IntakeQueueStore } from '#use-cases/report/intake-queue.port.js';
import { ReportStore } from '#use-cases/report/report.port.js';
import { SightStore } from '#use-cases/gate/sight.port.js';
import { JointStore } from '#use-cases/hub/joint.port.js';
import { MoveTimeStore } from '#use-cases/invitation/move-time.port.js';
import { InvitationMailStore, InvitationStore } from '#use-cases/invitation/invitation.port.js';
import { BulkStore } from '#use-cases/town-years/bulk.port.js';
import { AreaStore } from '#use-cases/area/area.port.js';
import { AreaMeetingStore } from '#use-cases/area/area-meeting.port.js';
import { MeetingRoomStore } from '#use-cases/calendar/meeting-room.port.js';
import { SilenceStore } from '#use-cases/silence/silence.port.js';
import type { StoreContext } from './caller/store-context.js';
import { BusySourceRepository } from './calendar/busy-source.repository.js';
import { BusyTimeRepository } from './calendar/busy-time.repository.js';
import { AreaRepository } from './area/area.repository.js';
import { AreaMeetingRepository } from './area/area-meeting.repository.js';
import { MeetingRoomRepository } from './calendar/meeting-room.repository.js';
import { SilenceRepository } from './silence/silence.repository.js';
import { KeptApartRepository } from './calendar/kept-apart.repository.js';
import { CalendarFeedRepository } from './calendar/calendar-feed.repository.js';
import { ConsentListsRepository } from './consent/consent-lists.repository.js';
import { ConsentRepository } from './consent/consent.repository.js';
import { NoticeTextsRepository } from './consent/notice-texts.repository.js';
import { DeadlineRepository } from './deadline/deadline.repository.js';
import { DeadlineListsRepository } from './deadline/deadline-lists.repository.js';
import { DeadlineSettingsRepository } from './deadline/deadline-settings.repository.js';
import { DutyRepository } from './report/duty.repository.js';
import { WakeRepository } from './deadline/wake.repository.js';
import { EIdOrderRepository } from './family/e-id-order.repository.js';
import { EvidenceRepository } from './family/evidence.repository.js';
import { OwnPhoneRepository } from './family/own-phone.repository.js';
import { FamilyFactsRepository } from './family/family-facts.repository.js';
import { FamilyLinkRepository } from './family/family-link.repository.js';
import { FamilySessionRepository } from './family/family-session.repository.js';
import { WaysInRepository } from './family/ways-in.repository.js';
import { MovableClockRepository } from './clock/clock.repository.js';
import { NoticeListsRepository } from './notice/notice-lists.repository.js';
import { IdentityRepository } from './gate/identity.repository.js';
import { ItemRepository } from './gate/item.repository.js';
import { SightRepository } from './gate/sight.repository.js';
import { KeyFingerprintRepository } from './gate/key-fingerprint.repository.js';
import { PersonKeyRepository } from './gate/person-key.repository.js';
import { PersonCircleRepository } from './person/person-circle.repository.js';
import { PersonMergeRepository } from './person/person-merge.repository.js';
import { UnattachedRepository } from './person/unattached.repository.js';
import { PersonRegisterRepository } from './person/person-register.repository.js';
import { PersonRepository } from './person/person.repository.js';
import { CaseDecisionRepository } from './report/case-decision.repository.js';
import { CaseRepository } from './report/case.repository.js';
import { IntakeQueueRepository } from './report/intake-queue.repository.js';
import { ReportRepository } from './report/report.repository.js';
import { RelocationRepository } from './relocation/relocation.repository.js';
import { PlanPenRepository } from './plan/plan-pen.repository.js';
import { PlanRoomRepository } from './plan/plan-room.repository.js';
import { RoomRepository } from './live/room.repository.js';
import { BoardRepository } from './meeting/board.repository.js';
import { PresenceRepository } from './meeting/presence.repository.js';
import { MinutesRepository } from './minutes/minutes.repository.js';
import { FamilyPlanRepository } from './plan/family-plan.repository.js';
import { PlanVoiceRepository } from './plan/plan-voice.repository.js';
import { PlanNewsRepository } from './plan/plan-news.repository.js';
import { PlanVersionRepository } from './plan/plan-version.repository.js';
import { PlanRepository } from './plan/plan.repository.js';
import { HandOverRepository } from './hand-over/hand-over.repository.js';
import { JointRepository } from './hub/joint.repository.js';
import { AgreementPapers } from '#use-cases/organisation/agreement-papers.port.js';
import { AgreementPapersRepository } from './organisation/agreement-papers.repository.js';
import { OwnInstruments } from '#use-cases/report/instrument.port.js';
import { OwnInstrumentsRepository } from './report/own-instruments.repository.js';
import { FormSettings } from '#use-cases/form/form-setting.port.js';
import { GroupMeetingStore } from '#use-cases/group/group-meeting.port.js';
import { GroupAssessmentStore } from '#use-cases/group-assessment/group-assessment.port.js';
import { GroupStore } from '#use-cases/group/group.port.js';
import { GroupLeadStore } from '#use-cases/group/group-lead.port.js';
import { NominationStore } from '#use-cases/group/nomination.port.js';
import { PreparatoryStore } from '#use-cases/group/preparatory.port.js';
import { FormSettingsRepository } from './form/form-settings.repository.js';
import { GroupMeetingRepository } from './group/group-meeting.repository.js';
import { GroupAssessmentRepository } from './group-assessment/group-assessment.repository.js';
import { GroupRepository } from './group/group.repository.js';
import { GroupLeadRepository } from './group/group-lead.repository.js';
import { NominationRepository } from './group/nomination.repository.js';
import { PreparatoryRepository } from './group/preparatory.repository.js';
import { HubRepository } from './hub/hub.repository.js';
import { InterpreterRepository } from './interpreter/interpreter.repository.js';
import { InquiryRepository } from './inquiry/inquiry.repository.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { LedgerReviewRepository } from './ledger/ledger-review.repository.js';
import { ShareRepository } from './share/share.repository.js';
import { InvitationMailRepository } from './invitation/invitation-mail.repository.js';
import { MoveTimeRepository } from './invitation/move-time.repository.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import { ExtractRepository } from './ledger/extract.repository.js';
import { SoughtObjectsRepository } from './ledger/sought-objects.repository.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { SignInAttemptRepository } from './sign-in/sign-in-attempt.repository.js';
import { StaffDirectoryRepository } from './sign-in/staff-directory.repository.js';
import { DeliveryRepository } from './notice/delivery.repository.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { DutyRosterRepository } from './organisation/duty-roster.repository.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { PartyRepository } from './organisation/party.repository.js';
import { StaffRegisterRepository } from './organisation/staff-register.repository.js';
import { StandingArrangementsRepository } from './organisation/standing-arrangements.repository.js';
import { StaffTracesRepository } from './organisation/staff-traces.repository.js';
import { OutboxReaderRepository } from './outbox/outbox-reader.repository.js';
import { OutboxRepository } from './outbox/outbox.repository.js';
import { BulkRepository } from './town-years/bulk.repository.js';

type Make = (context: StoreContext) => unknown;

/** Which store answers which port. A new concept adds its line here and nothing else needs to know. */
const providers: ReadonlyMap<Port<unknown>, Make> = new Map<Port<unknown>, Make>([
  [AreaStore, (c) => new AreaRepository(c)],
  [RelocationStore, (c) => new RelocationRepository(c)],
  [InterpreterStore, (c) => new InterpreterRepository(c)],
  [AreaMeetingStore, (c) => new AreaMeetingRepository(c)],
  [MeetingRoomStore, (c) => new MeetingRoomRepository(c)],
  [SilenceStore, (c) => new SilenceRepository(c)],
  [InquiryStore, (c) => new InquiryRepository(c)],
  [CalendarFeedStore, (c) => new CalendarFeedRepository(c)],
  [MoveTimeStore, (c) => new MoveTimeRepository(c)],
  [InvitationStore, (c) => new InvitationRepository(c)],
  [InvitationMailStore, (c) => new InvitationMailRepository(c)],
  [BusyTimeStore, (c) => new BusyTimeRepository(c)],
  [KeptApartStore, (c) => new KeptApartRepository(c)],
  [WebhookStore, (c) => new WebhookRepository(c)],
  [WebhookCallStore, (c) => new WebhookCallRepository(c)],
  [BusySourceStore, (c) => new BusySourceRepository(c)],
  [StaffTraces, (c) => new StaffTracesRepository(c)],
  [ExtractStore, (c) => new ExtractRepository(c)],
  [SoughtObjects, (c) => new SoughtObjectsRepository(c)],
  [ItemStore, (c) => new ItemRepository(c)],
  [IdentityStore, (c) => new IdentityRepository(c)],
  [SightStore, (c) => new SightRepository(c)],
  [PersonKeyStore, (c) => new PersonKeyRepository(c)],
  [KeyFingerprintStore, (c) => new KeyFingerprintRepository(c)],
  [ShareStore, (c) => new ShareRepository(c)],
  [AssessedGrounds, (c) => new AssessedGroundRepository(c)],
  [ConsentLists, (c) => new ConsentListsRepository(c)],
  [ConsentStore, (c) => new ConsentRepository(c)],
  [NoticeTexts, (c) => new NoticeTextsRepository(c)],
  [FamilyLinkStore, (c) => new FamilyLinkRepository(c)],
  [WaysInStore, (c) => new WaysInRepository(c)],
  [FamilySessionStore, (c) => new FamilySessionRepository(c)],
  [EIdOrderStore, (c) => new EIdOrderRepository(c)],
  [EvidenceStore, (c) => new EvidenceRepository(c)],
  [GuardianAssessments, (c) => new GuardianAssessmentRepository(c)],
  [FamilyFacts, (c) => new FamilyFactsRepository(c)],
  [OwnPhone, (c) => new OwnPhoneRepository(c)],
  [DeadlineStore, (c) => new DeadlineRepository(c)],
  [WakeStore, (c) => new WakeRepository(c)],
  [DutyStore, (c) => new DutyRepository(c)],
  [DeadlineLists, (c) => new DeadlineListsRepository(c)],
  [DeadlineSettings, (c) => new DeadlineSettingsRepository(c)],
  [RetentionDecisionStore, (c) => new RetentionDecisionRepository(c)],
  [DisposalStore, (c) => new DisposalRepository(c)],
  [RetentionStore, (c) => new RetentionRepository(c)],
  [MovableClock, (c) => new MovableClockRepository(c)],
  [NoticeLists, (c) => new NoticeListsRepository(c)],
  [NoticeStore, (c) => new NoticeRepository(c)],
  [DeliveryStore, (c) => new DeliveryRepository(c)],
  [PersonStore, (c) => new PersonRepository(c)],
  [PersonRegister, (c) => new PersonRegisterRepository(c)],
  [PersonCircle, (c) => new PersonCircleRepository(c)],
  [PersonMergeStore, (c) => new PersonMergeRepository(c)],
  [UnattachedStore, (c) => new UnattachedRepository(c)],
  [CaseDecisionStore, (c) => new CaseDecisionRepository(c)],
  [CaseStore, (c) => new CaseRepository(c)],
  [IntakeQueueStore, (c) => new IntakeQueueRepository(c)],
  [ReportStore, (c) => new ReportRepository(c)],
  [BulkStore, (c) => new BulkRepository(c)],
  [AgreementPapers, (c) => new AgreementPapersRepository(c)],
  [OwnInstruments, (c) => new OwnInstrumentsRepository(c)],
  [FormSettings, (c) => new FormSettingsRepository(c)],
  [MinutesStore, (c) => new MinutesRepository(c)],
  [FamilyPlanStore, (c) => new FamilyPlanRepository(c)],
  [PlanVoiceStore, (c) => new PlanVoiceRepository(c)],
  [PlanNewsStore, (c) => new PlanNewsRepository(c)],
  [PlanVersionStore, (c) => new PlanVersionRepository(c)],
  [PlanStore, (c) => new PlanRepository(c)],
  [GroupMeetingStore, (c) => new GroupMeetingRepository(c)],
  [GroupAssessmentStore, (c) => new GroupAssessmentRepository(c)],
  [GroupStore, (c) => new GroupRepository(c)],
  [GroupLeadStore, (c) => new GroupLeadRepository(c)],
  [NominationStore, (c) => new NominationRepository(c)],
  [PreparatoryStore, (c) => new PreparatoryRepository(c)],
  [JointStore, (c) => new JointRepository(c)],
  [HubStore, (c) => new HubRepository(c)],
  [RoomStore, (c) => new RoomRepository(c)],
  [PlanPenStore, (c) => new PlanPenRepository(c)],
  [PlanRoomStore, (c) => new PlanRoomRepository(c)],
  [BoardStore, (c) => new BoardRepository(c)],
  [PresenceStore, (c) => new PresenceRepository(c)],
  [HandOverStore, (c) => new HandOverRepository(c)],
  [LedgerStore, (c) => new LedgerRepository(c)],
  [LedgerReview, (c) => new LedgerReviewRepository(c)],
  [SessionStore, (c) => new SessionRepository(c)],
  [SignInAttemptStore, (c) => new SignInAttemptRepository(c)],
  [StaffDirectory, (c) => new StaffDirectoryRepository(c)],
  [OrganisationStore, (c) => new OrganisationRepository(c)],
  [PartyStore, (c) => new PartyRepository(c)],
  [StaffRegister, (c) => new StaffRegisterRepository(c)],
  [DutyRosterStore, (c) => new DutyRosterRepository(c)],
  [StandingArrangements, (c) => new StandingArrangementsRepository(c)],
  [OutboxReader, (c) => new OutboxReaderRepository(c)],
  [OutboxStore, (c) => new OutboxRepository(c)],
]);

/** The store for a port, bound to a transaction. */
export function storeOf<T>(port: Port<T>, context: StoreContext): T {
  const make = providers.get(port as Port<unknown>);
  if (!make) throw new Error(`no store provides ${port.name}`);
  return make(context) as T;
}
