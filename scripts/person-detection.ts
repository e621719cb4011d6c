/** Writes what the detection of persons finds in the published list, with every miss and every false alarm. */
import { readFileSync, writeFileSync } from 'node:fs';
import { personDetection } from '#domain/finding/cases/person-detection.js';

const list = new URL('../test/support/person-sentences.txt', import.meta.url);
writeFileSync(new URL('../docs/person-detection.md', import.meta.url), personDetection(readFileSync(list, 'utf8')));
