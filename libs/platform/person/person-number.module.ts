import { Global, Module } from '@nestjs/common';
import { PersonNumberReader } from '#use-cases/person/person-number-reader.port.js';
import { SearchLimit } from '#use-cases/person/search-limit.port.js';
import { MemorySearchLimit } from './memory-search-limit.js';
import { WrittenNumberReader } from './written-number-reader.js';

@Global()
@Module({
  providers: [
    { provide: PersonNumberReader, useClass: WrittenNumberReader },
    { provide: SearchLimit, useClass: MemorySearchLimit },
  ],
  exports: [PersonNumberReader, SearchLimit],
})
export class PersonNumberModule {}
