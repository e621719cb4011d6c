import { Global, Module } from '@nestjs/common';
import { PersonNumberReader } from '#use-cases/person/person-number-reader.port.js';
import { WrittenNumberReader } from './written-number-reader.js';

@Global()
@Module({
  providers: [{ provide: PersonNumberReader, useClass: WrittenNumberReader }],
  exports: [PersonNumberReader],
})
export class PersonNumberModule {}
