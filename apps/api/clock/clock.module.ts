import { Module } from '@nestjs/common';
import { MoveClock } from '#use-cases/clock/move-clock.js';
import { ClockResolver } from './clock.resolver.js';
import { ClockTopic } from './clock.topic.js';

@Module({ providers: [MoveClock, ClockResolver, ClockTopic] })
export class ClockModule {}
