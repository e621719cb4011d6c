import { Module } from '@nestjs/common';
import { ListSilent } from '#use-cases/silence/list-silent.js';
import { Remind } from '#use-cases/silence/remind.js';
import { SilenceResolver } from './silence.resolver.js';

@Module({ providers: [ListSilent, Remind, SilenceResolver] })
export class SilenceModule {}
