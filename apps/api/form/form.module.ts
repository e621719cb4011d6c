import { Module } from '@nestjs/common';
import { FormsModule } from '#platform/forms/forms.module.js';
import { KeepForms } from '#use-cases/form/keep-forms.js';
import { TownForms } from '#use-cases/form/town-forms.js';
import { FormResolver } from './form.resolver.js';

@Module({ imports: [FormsModule], providers: [TownForms, KeepForms, FormResolver], exports: [TownForms] })
export class FormModule {}
