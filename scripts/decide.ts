/** Decides disclosures from outside with the very function of the running system: one case a line in, one decision out. */
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import { parseCase } from '#domain/disclosure/parse-case.js';
import { answerLines, idOf } from './jsonl.js';

await answerLines((value) => {
  const read = parseCase(value);
  return read.ok
    ? { id: read.value.id, ...decideDisclosure(read.value.facts) }
    : { id: idOf(value), error: read.error.sentence };
});
