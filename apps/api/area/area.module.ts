import { Module } from '@nestjs/common';
import { AreaPlaces } from '#use-cases/area/area-places.js';
import { CheckWords } from '#use-cases/area/check-words.js';
import { CloseWeek } from '#use-cases/area/close-week.js';
import { KeepMeasures } from '#use-cases/area/keep-measures.js';
import { KeepAreaSettings } from '#use-cases/area/keep-area-settings.js';
import { KeepAreaMeetings } from '#use-cases/area/keep-area-meetings.js';
import { ReadAreaMeetings } from '#use-cases/area/read-area-meetings.js';
import { TakeStep } from '#use-cases/group/take-step.js';
import { ReadArea } from '#use-cases/area/read-area.js';
import { TellSighting } from '#use-cases/area/tell-sighting.js';
import { FormModule } from '../form/form.module.js';
import { AreaMeetingResolver } from './area-meeting.resolver.js';
import { AreaSettingsResolver } from './area-settings.resolver.js';
import { AreaResolver } from './area.resolver.js';

@Module({
  imports: [FormModule],
  providers: [
    CheckWords,
    AreaPlaces,
    ReadArea,
    TellSighting,
    KeepMeasures,
    CloseWeek,
    AreaResolver,
    TakeStep,
    KeepAreaMeetings,
    KeepAreaSettings,
    AreaSettingsResolver,
    ReadAreaMeetings,
    AreaMeetingResolver,
  ],
  exports: [CheckWords],
})
export class AreaModule {}
