import { Module } from '@nestjs/common';
import { printConsent } from '#documents/consent/print-consent.js';
import { AskFamilyQuestion } from '#use-cases/family/ask-family-question.js';
import { AssessGuardian } from '#use-cases/family/assess-guardian.js';
import { LiftGuardianAssessment } from '#use-cases/family/lift-guardian-assessment.js';
import { ReadGuardians } from '#use-cases/family/read-guardians.js';
import { BeginEIdOrder } from '#use-cases/family/begin-e-id-order.js';
import { ChangeFamilyConsent } from '#use-cases/family/change-family-consent.js';
import { ConsentPrinter } from '#use-cases/family/consent-printer.port.js';
import { FamilyConsents } from '#use-cases/family/family-consents.js';
import { ForgetPhone } from '#use-cases/family/forget-phone.js';
import { WithoutPhone } from '#use-cases/gate/without-phone.js';
import { FamilyHome } from '#use-cases/family/family-home.js';
import { FamilyMark } from '#use-cases/family/family-mark.js';
import { FinishEIdOrder } from '#use-cases/family/finish-e-id-order.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import { LeaveFamily } from '#use-cases/family/leave-family.js';
import { OpenFamilyDoor } from '#use-cases/family/open-family-door.js';
import { CheckConsentEvidence } from '#use-cases/family/check-consent-evidence.js';
import { ReadConsentDocument } from '#use-cases/family/read-consent-document.js';
import { ReadFamilyDraftKey } from '#use-cases/family/read-family-draft-key.js';
import { SendFamilyLink } from '#use-cases/family/send-family-link.js';
import { TakeOutReceipt } from '#use-cases/family/take-out-receipt.js';
import { ReadExtract } from '#use-cases/ledger/read-extract.js';
import { ConsentDocumentController } from './consent-document.controller.js';
import { FamilyAccessResolver } from './family-access.resolver.js';
import { FamilyChanges } from './family-changes.js';
import { FamilyDoorResolver } from './family-door.resolver.js';
import { FamilyDraftKeyResolver } from './family-draft-key.resolver.js';
import { FamilyEntrance } from './family-entrance.js';
import { FamilyLimits } from './family-limits.js';
import { FamilyGateway } from './family.gateway.js';
import { FamilyLinkResolver } from './family-link.resolver.js';
import { FamilyReceiptController } from './family-receipt.controller.js';
import { FamilyReceiptResolver } from './family-receipt.resolver.js';
import { FamilyRelay } from './family-relay.js';
import { FamilyResolver } from './family.resolver.js';
import { FamilyScreens } from './family-screens.js';
import { GuardianResolver } from './guardian.resolver.js';

@Module({
  controllers: [ConsentDocumentController, FamilyReceiptController],
  providers: [
    ...[FamilyScreens, FamilyRelay, FamilyGateway, FamilyMark],
    FamilyDoorResolver,
    FamilyResolver,
    ...[FamilyDraftKeyResolver, ReadFamilyDraftKey],
    FamilyLinkResolver,
    FamilyAccessResolver,
    FamilyReceiptResolver,
    GuardianResolver,
    ReadExtract,
    FamilyEntrance,
    FamilyLimits,
    FamilyChanges,
    AskFamilyQuestion,
    AssessGuardian,
    LiftGuardianAssessment,
    ReadGuardians,
    BeginEIdOrder,
    ChangeFamilyConsent,
    FamilyConsents,
    FamilyHome,
    ForgetPhone,
    WithoutPhone,
    FinishEIdOrder,
    FollowEIdOrder,
    LeaveFamily,
    OpenFamilyDoor,
    ReadConsentDocument,
    CheckConsentEvidence,
    SendFamilyLink,
    TakeOutReceipt,
    { provide: ConsentPrinter, useValue: { print: printConsent } satisfies ConsentPrinter },
  ],
})
export class FamilyModule {}
