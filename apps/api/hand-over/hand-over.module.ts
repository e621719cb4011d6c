import { Module } from '@nestjs/common';
import { ReadHandOver } from '#use-cases/hand-over/read-hand-over.js';
import { ReceiveHandOver } from '#use-cases/hand-over/receive-hand-over.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverResolver } from './hand-over.resolver.js';

@Module({ controllers: [HandOverController], providers: [ReadHandOver, ReceiveHandOver, HandOverResolver] })
export class HandOverModule {}
