import { Organisation1764000000001 } from './0001-organisation.js';
import { Content1764000000002 } from './0002-content.js';
import { Work1764000000003 } from './0003-work.js';
import { People1764000000004 } from './0004-people.js';
import { Ledger1764000000005 } from './0005-ledger.js';
import { Separation1764000000006 } from './0006-separation.js';
import { LedgerPeople1764000000007 } from './0007-ledger-people.js';
import { Consent1764000000008 } from './0008-consent.js';
import { Family1764000000009 } from './0009-family.js';
import { Sharing1764000000010 } from './0010-sharing.js';
import { Joint1764000000011 } from './0011-joint.js';
import { Newest1764000000012 } from './0012-newest.js';
import { Groups1764000000013 } from './0013-groups.js';
import { Calendar1764000000014 } from './0014-calendar.js';
import { LedgerReview1764000000017 } from './0017-ledger-review.js';
import { SeldomWays1764000000018 } from './0018-seldom-ways.js';
import { ConsentEnds1764000000019 } from './0019-consent-ends.js';
import { LiftedAssessment1764000000020 } from './0020-lifted-assessment.js';
import { TownRules1764000000021 } from './0021-town-rules.js';
import { FamilySight1764000000023 } from './0023-family-sight.js';
import { FamilyRetention1764000000024 } from './0024-family-retention.js';
import { OffTheMap1764000000025 } from './0025-off-the-map.js';
import { Answers1764000000026 } from './0026-answers.js';
import { ConsentEnded1764000000027 } from './0027-consent-ended.js';
import { AgreementSignatures1764000000029 } from './0029-agreement-signatures.js';
import { GroupGuests1764000000030 } from './0030-group-guests.js';
import { ItemFacts1764000000033 } from './0033-item-facts.js';
import { AtTheTable1764000000034 } from './0034-at-the-table.js';
import { WhatANameStandsOn1764000000035 } from './0035-what-a-name-stands-on.js';
import { InvestigationLeader1764000000036 } from './0036-investigation-leader.js';
import { BusyTimes1764000000038 } from './0038-busy-times.js';
import { KeptApart1764000000039 } from './0039-kept-apart.js';
import { Invitations1764000000041 } from './0041-invitations.js';
import { GroupMeetings1764000000045 } from './0045-group-meetings.js';
import { Minutes1764000000046 } from './0046-minutes.js';
import { AreaPicture1764000000049 } from './0049-area-picture.js';
import { Inquiries1764000000053 } from './0053-inquiries.js';
import { EndedSeats1764000000060 } from './0060-ended-seats.js';
import { EndedParties1764000000061 } from './0061-ended-parties.js';
import { GroundsOfSeats1764000000062 } from './0062-grounds-of-seats.js';
import { EndsOfSeats1764000000063 } from './0063-ends-of-seats.js';
import { BusyAhead1764000000064 } from './0064-busy-ahead.js';
import { StruckPlaces1764000000065 } from './0065-struck-places.js';
import { OneOpenHub1764000000067 } from './0067-one-open-hub.js';
import { MergedPeople1764000000068 } from './0068-merged-people.js';
import { LiftedGrounds1764000000075 } from './0075-lifted-grounds.js';
import { SmallCounts1764000000076 } from './0076-small-counts.js';
import { NamesHiddenLater1764000000077 } from './0077-names-hidden-later.js';
import { TurnedGroups1764000000080 } from './0080-turned-groups.js';
import { AdultsAsked1764000000081 } from './0081-adults-asked.js';
import { Relocations1764000000082 } from './0082-relocations.js';
import { Interpreters1764000000083 } from './0083-interpreters.js';
import { WhatStops1764000000084 } from './0084-what-stops.js';
import { GroupAssessments1764000000085 } from './0085-group-assessments.js';
import { StoppedAreaMeetings1764000000086 } from './0086-stopped-area-meetings.js';
import { Reminders1764000000087 } from './0087-reminders.js';
import { MeetingRooms1764000000088 } from './0088-meeting-rooms.js';
import { AreaMeetings1764000000089 } from './0089-area-meetings.js';
import { OwedElsewhere1764000000090 } from './0090-owed-elsewhere.js';
import { AdmittedToPoints1764000000091 } from './0091-admitted-to-points.js';
import { NewLeaders1764000000094 } from './0094-new-leaders.js';
import { LeadershipMeetings1764000000097 } from './0097-leadership-meetings.js';
import { RelocatedAlone1764000000100 } from './0100-relocated-alone.js';
import { YesOfAdults1764000000101 } from './0101-yes-of-adults.js';
import { EndedRelocations1764000000102 } from './0102-ended-relocations.js';
import { RunningRelocations1764000000103 } from './0103-running-relocations.js';
import { HeldRelocations1764000000104 } from './0104-held-relocations.js';
import { HeldApart1764000000105 } from './0105-held-apart.js';
import { NightDecisions1764000000106 } from './0106-night-decisions.js';
import { OwnStops1764000000107 } from './0107-own-stops.js';
import { FewAlways1764000000108 } from './0108-few-always.js';
import { FrozenBookings1764000000109 } from './0109-frozen-bookings.js';
import { DecidedRelocations1764000000110 } from './0110-decided-relocations.js';
import { ToldEnds1764000000111 } from './0111-told-ends.js';
import { OneMeetingAtATime1764000000112 } from './0112-one-meeting-at-a-time.js';
import { OneNameOneHouse1764000000113 } from './0113-one-name-one-house.js';
import { AssessedSteps1764000000130 } from './0130-assessed-steps.js';
import { PreparatoryDecisions1764000000131 } from './0131-preparatory-decisions.js';
import { NoticesOfMeetings1764000000132 } from './0132-notices-of-meetings.js';
import { LeaderlessGroups1764000000133 } from './0133-leaderless-groups.js';
import { LeadershipInTownFiles1764000000134 } from './0134-leadership-in-town-files.js';
import { Plans1764000000140 } from './0140-plans.js';
import { PlanVersions1764000000141 } from './0141-plan-versions.js';
import { OpenHubOfCase1764000000155 } from './0155-open-hub-of-case.js';
import { TakenAway1764000000160 } from './0160-taken-away.js';
import { TakenOutOfPlans1764000000161 } from './0161-taken-out-of-plans.js';
import { FamilyMeetings1764000000165 } from './0165-family-meetings.js';
import { FoundByName1764000000166 } from './0166-found-by-name.js';
import { NamesBeside1764000000167 } from './0167-names-beside.js';
import { KnownByAsking1764000000168 } from './0168-known-by-asking.js';
import { SoughtByPlansOfTheirOwn1764000000169 } from './0169-sought-by-plans-of-their-own.js';
import { PresenceByLease1764000000170 } from './0170-presence-by-lease.js';
import { WhatLeft1764000000171 } from './0171-what-left.js';
import { ErrandsOfFamilies1764000000180 } from './0180-errands-of-families.js';
import { FoundByTelephone1764000000181 } from './0181-found-by-telephone.js';
import { DecidedMeasures1764000000200 } from './0200-decided-measures.js';
import { SeldomWaysOfDeadlines1764000000201 } from './0201-seldom-ways-of-deadlines.js';
import { HeldApartInConsents1764000000220 } from './0220-held-apart-in-consents.js';
import { MeasuresOfTheirGroup1764000000221 } from './0221-measures-of-their-group.js';
import { WaysInOfOnePerson1764000000222 } from './0222-ways-in-of-one-person.js';
import { WhatWasReported1764000000230 } from './0230-what-was-reported.js';
import { PlacesStand1764000000235 } from './0235-places-stand.js';
import { RemindersByTime1764000000243 } from './0243-reminders-by-time.js';
import { MeasuresTakenOut1764000000244 } from './0244-measures-taken-out.js';
import { HousesHaving1764000000245 } from './0245-houses-having.js';
import { NamesHeldApart1764000000246 } from './0246-names-held-apart.js';
import { CompletionsOnce1764000000251 } from './0251-completions-once.js';
import { FeedbackFollowsItsReport1764000000252 } from './0252-feedback-follows-its-report.js';
import { AskedOnce1764000000253 } from './0253-asked-once.js';
import { RenewalOfConsents1764000000260 } from './0260-renewal-of-consents.js';
import { UnattachedPeople1764000000261 } from './0261-unattached-people.js';
import { RetentionOfCases1764000000262 } from './0262-retention-of-cases.js';
import { RetentionDecisions1764000000263 } from './0263-retention-decisions.js';
import { ForgottenTelephones1764000000280 } from './0280-forgotten-telephones.js';
import { CalledToPlaces1764000000290 } from './0290-called-to-places.js';
import { VersionsOfHubSlots1764000000294 } from './0294-versions-of-hub-slots.js';
import { RemovedUnprotected1764000000300 } from './0300-removed-unprotected.js';
import { NumbersStayForgotten1764000000301 } from './0301-numbers-stay-forgotten.js';
import { PlanNews1764000000310 } from './0310-plan-news.js';
import { FamilyPlans1764000000320 } from './0320-family-plans.js';
import { CursorsOfTheOutbox1764000000340 } from './0340-cursors-of-the-outbox.js';
import { PlansTold1764000000341 } from './0341-plans-told.js';
import { Webhooks1764000000350 } from './0350-webhooks.js';
import { NarrowedFromTheStart1764000000360 } from './0360-narrowed-from-the-start.js';
import { LimitsOfATown1764000000361 } from './0361-limits-of-a-town.js';
import { LongerConsents1764000000362 } from './0362-longer-consents.js';
import { OneOrderOfABrowser1764000000370 } from './0370-one-order-of-a-browser.js';
import { HouseCounts1764000000380 } from './0380-house-counts.js';
import { EmptySeats1764000000381 } from './0381-empty-seats.js';
import { KnownBy1764000000390 } from './0390-known-by.js';
import { OutsideAges1764000000391 } from './0391-outside-ages.js';
import { TermsOfSteps1764000000392 } from './0392-terms-of-steps.js';
import { CasesOfCalls1764000000400 } from './0400-cases-of-calls.js';
import { StandingAsPutForward1764000000405 } from './0405-standing-as-put-forward.js';
import { WordsOfTheLeadingHouse1764000000406 } from './0406-words-of-the-leading-house.js';
import { GivenByItsHouse1764000000407 } from './0407-given-by-its-house.js';
import { SightRaisedAt1764000000410 } from './0410-sight-raised-at.js';
import { MovedValues1764000000415 } from './0415-moved-values.js';
import { CategoriesOfEntries1764000000416 } from './0416-categories-of-entries.js';
import { FamilySeriesAndVersions1764000000417 } from './0417-family-series-and-versions.js';
import { NoWiderThanShown1764000000425 } from './0425-no-wider-than-shown.js';
import { ReasonsOfTheLeadingHouse1764000000426 } from './0426-reasons-of-the-leading-house.js';
import { NamedWhileProtected1764000000427 } from './0427-named-while-protected.js';
import { NumbersOfTheOwnHouse1764000000428 } from './0428-numbers-of-the-own-house.js';
import { ReachedAtLast1764000000429 } from './0429-reached-at-last.js';
import { MeetingsTold1764000000440 } from './0440-meetings-told.js';
import { SeatsOnACase1764000000450 } from './0450-seats-on-a-case.js';
import { ContactsOfGroups1764000000451 } from './0451-contacts-of-groups.js';
import { LeadsOfGroups1764000000452 } from './0452-leads-of-groups.js';
import { RecordsOfClosedGroups1764000000453 } from './0453-records-of-closed-groups.js';
import { AnsweredNominations1764000000454 } from './0454-answered-nominations.js';
import { KeyFingerprints1764000000460 } from './0460-key-fingerprints.js';
import { PresentedPictures1764000000465 } from './0465-presented-pictures.js';
import { RetentionOfAdults1764000000466 } from './0466-retention-of-adults.js';
import { Disposals1764000000467 } from './0467-disposals.js';
import { FamilyNews1764000000475 } from './0475-family-news.js';
import { FamilyAsked1764000000476 } from './0476-family-asked.js';
import { PapersNamingHouses1764000000477 } from './0477-papers-naming-houses.js';
import { ExtractOfTheSigned1764000000485 } from './0485-extract-of-the-signed.js';
import { SignedAgreements1764000000490 } from './0490-signed-agreements.js';

/** All migrations in the order of their numbers; a new one takes a new number and an old one is never edited once it has run anywhere. */
export const migrations = [
  Organisation1764000000001,
  Content1764000000002,
  Work1764000000003,
  People1764000000004,
  Ledger1764000000005,
  Separation1764000000006,
  LedgerPeople1764000000007,
  Consent1764000000008,
  Family1764000000009,
  Sharing1764000000010,
  Joint1764000000011,
  Newest1764000000012,
  Groups1764000000013,
  Calendar1764000000014,
  LedgerReview1764000000017,
  SeldomWays1764000000018,
  ConsentEnds1764000000019,
  LiftedAssessment1764000000020,
  TownRules1764000000021,
  FamilySight1764000000023,
  FamilyRetention1764000000024,
  OffTheMap1764000000025,
  Answers1764000000026,
  ConsentEnded1764000000027,
  AgreementSignatures1764000000029,
  GroupGuests1764000000030,
  ItemFacts1764000000033,
  AtTheTable1764000000034,
  WhatANameStandsOn1764000000035,
  InvestigationLeader1764000000036,
  BusyTimes1764000000038,
  KeptApart1764000000039,
  Invitations1764000000041,
  GroupMeetings1764000000045,
  Minutes1764000000046,
  AreaPicture1764000000049,
  Inquiries1764000000053,
  EndedSeats1764000000060,
  EndedParties1764000000061,
  GroundsOfSeats1764000000062,
  EndsOfSeats1764000000063,
  BusyAhead1764000000064,
  StruckPlaces1764000000065,
  OneOpenHub1764000000067,
  MergedPeople1764000000068,
  LiftedGrounds1764000000075,
  SmallCounts1764000000076,
  NamesHiddenLater1764000000077,
  TurnedGroups1764000000080,
  AdultsAsked1764000000081,
  Relocations1764000000082,
  Interpreters1764000000083,
  WhatStops1764000000084,
  GroupAssessments1764000000085,
  StoppedAreaMeetings1764000000086,
  Reminders1764000000087,
  MeetingRooms1764000000088,
  AreaMeetings1764000000089,
  OwedElsewhere1764000000090,
  AdmittedToPoints1764000000091,
  NewLeaders1764000000094,
  LeadershipMeetings1764000000097,
  RelocatedAlone1764000000100,
  YesOfAdults1764000000101,
  EndedRelocations1764000000102,
  RunningRelocations1764000000103,
  HeldRelocations1764000000104,
  HeldApart1764000000105,
  NightDecisions1764000000106,
  OwnStops1764000000107,
  FewAlways1764000000108,
  FrozenBookings1764000000109,
  DecidedRelocations1764000000110,
  ToldEnds1764000000111,
  OneMeetingAtATime1764000000112,
  OneNameOneHouse1764000000113,
  AssessedSteps1764000000130,
  PreparatoryDecisions1764000000131,
  NoticesOfMeetings1764000000132,
  LeaderlessGroups1764000000133,
  LeadershipInTownFiles1764000000134,
  Plans1764000000140,
  PlanVersions1764000000141,
  OpenHubOfCase1764000000155,
  TakenAway1764000000160,
  TakenOutOfPlans1764000000161,
  FamilyMeetings1764000000165,
  FoundByName1764000000166,
  NamesBeside1764000000167,
  KnownByAsking1764000000168,
  SoughtByPlansOfTheirOwn1764000000169,
  PresenceByLease1764000000170,
  WhatLeft1764000000171,
  ErrandsOfFamilies1764000000180,
  FoundByTelephone1764000000181,
  DecidedMeasures1764000000200,
  SeldomWaysOfDeadlines1764000000201,
  HeldApartInConsents1764000000220,
  MeasuresOfTheirGroup1764000000221,
  WaysInOfOnePerson1764000000222,
  WhatWasReported1764000000230,
  PlacesStand1764000000235,
  RemindersByTime1764000000243,
  MeasuresTakenOut1764000000244,
  HousesHaving1764000000245,
  NamesHeldApart1764000000246,
  CompletionsOnce1764000000251,
  FeedbackFollowsItsReport1764000000252,
  AskedOnce1764000000253,
  RenewalOfConsents1764000000260,
  UnattachedPeople1764000000261,
  RetentionOfCases1764000000262,
  RetentionDecisions1764000000263,
  ForgottenTelephones1764000000280,
  CalledToPlaces1764000000290,
  VersionsOfHubSlots1764000000294,
  RemovedUnprotected1764000000300,
  NumbersStayForgotten1764000000301,
  PlanNews1764000000310,
  FamilyPlans1764000000320,
  CursorsOfTheOutbox1764000000340,
  PlansTold1764000000341,
  Webhooks1764000000350,
  NarrowedFromTheStart1764000000360,
  LimitsOfATown1764000000361,
  LongerConsents1764000000362,
  OneOrderOfABrowser1764000000370,
  HouseCounts1764000000380,
  EmptySeats1764000000381,
  KnownBy1764000000390,
  OutsideAges1764000000391,
  TermsOfSteps1764000000392,
  CasesOfCalls1764000000400,
  StandingAsPutForward1764000000405,
  WordsOfTheLeadingHouse1764000000406,
  GivenByItsHouse1764000000407,
  SightRaisedAt1764000000410,
  MovedValues1764000000415,
  CategoriesOfEntries1764000000416,
  FamilySeriesAndVersions1764000000417,
  NoWiderThanShown1764000000425,
  ReasonsOfTheLeadingHouse1764000000426,
  NamedWhileProtected1764000000427,
  NumbersOfTheOwnHouse1764000000428,
  ReachedAtLast1764000000429,
  MeetingsTold1764000000440,
  SeatsOnACase1764000000450,
  ContactsOfGroups1764000000451,
  LeadsOfGroups1764000000452,
  RecordsOfClosedGroups1764000000453,
  AnsweredNominations1764000000454,
  KeyFingerprints1764000000460,
  PresentedPictures1764000000465,
  RetentionOfAdults1764000000466,
  Disposals1764000000467,
  FamilyNews1764000000475,
  FamilyAsked1764000000476,
  PapersNamingHouses1764000000477,
  ExtractOfTheSigned1764000000485,
  SignedAgreements1764000000490,
];
