import { Module } from '@nestjs/common';
import { FormsModule } from '#platform/forms/forms.module.js';
import { SettingsModule } from '#platform/config/settings.module.js';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { StoreModule } from '#store/store.module.js';
import { GateModule } from '#use-cases/gate/gate.module.js';
import { TownForms } from '#use-cases/form/town-forms.js';
import { CheckWords } from '#use-cases/area/check-words.js';
import { TellSighting } from '#use-cases/area/tell-sighting.js';
import { FormGroup } from '#use-cases/group/form-group.js';
import { Nominate } from '#use-cases/group/nominate.js';
import { StartGroup } from '#use-cases/group/start-group.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { RegisterName } from '#use-cases/consent/register-name.js';
import { AnswerQuestion } from '#use-cases/hub/answer-question.js';
import { ConveneHub } from '#use-cases/hub/convene-hub.js';
import { MayCallUnit } from '#use-cases/hub/may-call-unit.js';
import { ProposeHub } from '#use-cases/hub/propose-hub.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { ChangeIdentity } from '#use-cases/person/change-identity.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import { PersonLookup } from '#use-cases/person/person-lookup.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import { RecordCustody } from '#use-cases/person/record-custody.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { AssessProtection } from '#use-cases/report/assess-protection.js';
import { GradeCase } from '#use-cases/report/grade-case.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { ReceiveReport } from '#use-cases/report/receive-report.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { RequireSearch } from '#use-cases/report/require-search.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { ReadName } from '#use-cases/share/read-name.js';
import { ShareItems } from '#use-cases/share/share-items.js';

/** The use cases that the demonstration's story is told with: the same ones that people use. */
@Module({
  imports: [SettingsModule, CryptoModule, PersonNumberModule, StoreModule, GateModule, FormsModule],
  providers: [
    AdmitPerson,
    ReceiveReport,
    SubmitReport,
    RegisterReport,
    RequireSearch,
    ListIntakeQueue,
    AssessProtection,
    GradeCase,
    ProposeHub,
    MayCallUnit,
    ConveneHub,
    AnswerQuestion,
    SearchPeople,
    PersonLookup,
    CreatePerson,
    ChangeIdentity,
    ReadPerson,
    RecordCustody,
    DraftConsent,
    RegisterName,
    ReadName,
    ShareItems,
    TownForms,
    Nominate,
    StartGroup,
    CheckWords,
    TellSighting,
    FormGroup,
  ],
})
export class StoryModule {}
