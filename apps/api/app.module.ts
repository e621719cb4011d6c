import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { SettingsModule } from '#platform/config/settings.module.js';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { EIdModule } from '#platform/e-id/e-id.module.js';
import { LogModule } from '#platform/log/log.module.js';
import { StoreModule } from '#store/store.module.js';
import { GateModule } from '#use-cases/gate/gate.module.js';
import { EveryHandlerDeclares } from './guard/every-handler-declares.js';
import { GuardModule } from './guard/guard.module.js';
import { RecordRefusalsInterceptor } from './guard/record-refusals.interceptor.js';
import { RequiresGuard } from './guard/requires.guard.js';
import { SamnavGraphqlModule } from './graphql/samnav-graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { LiveModule } from './live/live.module.js';
import { HttpFailureFilter } from './session/http-failure.filter.js';
import { SessionMiddleware } from './session/session.middleware.js';
import { features } from './features.js';

@Module({
  imports: [
    SettingsModule,
    LogModule,
    CryptoModule,
    EIdModule,
    StoreModule,
    GateModule,
    DiscoveryModule,
    GuardModule,
    SamnavGraphqlModule,
    LiveModule,
    HealthModule,
    ...features,
  ],
  providers: [
    { provide: APP_GUARD, useClass: RequiresGuard },
    { provide: APP_INTERCEPTOR, useClass: RecordRefusalsInterceptor },
    { provide: APP_FILTER, useClass: HttpFailureFilter },
    EveryHandlerDeclares,
  ],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(SessionMiddleware).forRoutes('*path');
  }
}
