import { Module } from '@nestjs/common';
import { KeepInterpreters } from '#use-cases/interpreter/keep-interpreters.js';
import { FormModule } from '../form/form.module.js';
import { InterpreterResolver } from './interpreter.resolver.js';

@Module({ imports: [FormModule], providers: [KeepInterpreters, InterpreterResolver] })
export class InterpreterModule {}
