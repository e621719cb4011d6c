import { Global, Module } from '@nestjs/common';
import { readSettings } from './settings.js';

/** The token under which the checked environment is injected. */
export const SETTINGS = Symbol('Settings');

@Global()
@Module({ providers: [{ provide: SETTINGS, useFactory: () => readSettings(process.env) }], exports: [SETTINGS] })
export class SettingsModule {}
