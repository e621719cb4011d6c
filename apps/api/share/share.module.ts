import { Module } from '@nestjs/common';
import { AssessGround } from '#use-cases/share/assess-ground.js';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { EndShare } from '#use-cases/share/end-share.js';
import { LiftAssessment } from '#use-cases/share/lift-assessment.js';
import { PreviewShare } from '#use-cases/share/preview-share.js';
import { ReadName } from '#use-cases/share/read-name.js';
import { ReadShared } from '#use-cases/share/read-received.js';
import { ReadSharing } from '#use-cases/share/read-sharing.js';
import { ShareItems } from '#use-cases/share/share-items.js';
import { WatchSight } from '#use-cases/share/watch-sight.js';
import { AssessGroundResolver } from './assess-ground.resolver.js';
import { ShareResolver } from './share.resolver.js';
import { SharedResolver } from './received.resolver.js';
import { SightTopic } from './sight.topic.js';

@Module({
  providers: [
    ReadSharing,
    ReadShared,
    PreviewShare,
    ReadCircle,
    ReadName,
    ShareItems,
    EndShare,
    AssessGround,
    LiftAssessment,
    WatchSight,
    ShareResolver,
    SharedResolver,
    AssessGroundResolver,
    SightTopic,
  ],
})
export class ShareModule {}
