import { Module } from '@nestjs/common';
import { FormLibrary } from '#use-cases/form/form-library.port.js';
import { FileFormLibrary } from './read-forms.js';

@Module({ providers: [{ provide: FormLibrary, useClass: FileFormLibrary }], exports: [FormLibrary] })
export class FormsModule {}
