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
];
