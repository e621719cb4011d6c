import { Module } from '@nestjs/common';
import { FormsModule } from '#platform/forms/forms.module.js';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { AddParty } from '#use-cases/organisation/add-party.js';
import { ChangeParty, EndParty } from '#use-cases/organisation/change-party.js';
import { KeepAgreements } from '#use-cases/organisation/keep-agreements.js';
import { KeepFamilyPage } from '#use-cases/organisation/keep-family-page.js';
import { KeepHubSlots } from '#use-cases/organisation/keep-hub-slots.js';
import { KeepPosts } from '#use-cases/organisation/keep-posts.js';
import { KeepRoster } from '#use-cases/organisation/keep-roster.js';
import { KeepStaffMember } from '#use-cases/organisation/keep-staff-member.js';
import { KeepStaffTraces } from '#use-cases/organisation/keep-staff-traces.js';
import { ListParties } from '#use-cases/organisation/list-parties.js';
import { ListStaff } from '#use-cases/organisation/list-staff.js';
import { ReadTownLimits } from '#use-cases/organisation/read-town-limits.js';
import { SignAgreement } from '#use-cases/organisation/sign-agreement.js';
import { TakeOutAgreement } from '#use-cases/organisation/take-out-agreement.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';
import { AgreementDocumentController } from './agreement-document.controller.js';
import { ArrangementsResolver } from './arrangements.resolver.js';
import { FamilyPageResolver } from './family-page.resolver.js';
import { PartiesResolver } from './parties.resolver.js';
import { RosterResolver } from './roster.resolver.js';
import { StaffResolver } from './staff.resolver.js';
import { StaffTracesResolver } from './staff-traces.resolver.js';
import { TownImportResolver } from './town-import.resolver.js';
import { TownLimitsResolver } from './town-limits.resolver.js';

@Module({
  imports: [PersonNumberModule, FormsModule],
  controllers: [AgreementDocumentController],
  providers: [
    PartiesResolver,
    StaffResolver,
    StaffTracesResolver,
    RosterResolver,
    ArrangementsResolver,
    TownImportResolver,
    FamilyPageResolver,
    TownLimitsResolver,
    ListParties,
    AddParty,
    ChangeParty,
    EndParty,
    ListStaff,
    KeepStaffMember,
    KeepStaffTraces,
    KeepPosts,
    KeepRoster,
    KeepHubSlots,
    KeepAgreements,
    SignAgreement,
    TakeOutAgreement,
    KeepFamilyPage,
    ReadTownLimits,
    UpdateTown,
  ],
})
export class OrganisationModule {}
