/** Why a hub is called off. */
import { expect, it } from '@jest/globals';
import { decideCallOff } from './decide-call-off.js';

it.each<[string, object]>([
  [' Redan placerad ', { outcome: 'called-off', reasons: 'Redan placerad' }],
  [' \n', { outcome: 'refused', code: 'missing' }],
  ['x'.repeat(5_001), { outcome: 'refused', code: 'too-long', most: 5_000 }],
])('%#: is written, and not at length', (written, expected) => {
  expect(decideCallOff(written)).toMatchObject(expected);
});
