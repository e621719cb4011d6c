/** What stands there after a quick exit: today, the week, the sun and the moon. It knows nothing of where one came from. */
import './almanac.css';
import { moonPhase, sunTimes, weekOf } from './sky.js';

const ZONE = 'Europe/Stockholm';
const now = Date.now();
const say = (options: Intl.DateTimeFormatOptions, at = now): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, ...options }).format(at);

const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })
  .format(now)
  .split('-')
  .map(Number);
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const MOONS = [
  'Nymåne',
  'Växande',
  'Halvmåne, växande',
  'Växande',
  'Fullmåne',
  'Avtagande',
  'Halvmåne, avtagande',
  'Avtagande',
];
const sun = sunTimes(Date.UTC(year, month - 1, day, 12));
const toNewYear = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, month - 1, day)) / 86_400_000);

const write = (id: string, words: string): void => {
  const place = document.getElementById(id);
  if (place) place.textContent = words;
};
write('weekday', say({ weekday: 'long' }));
write('day', String(day));
write('month', say({ month: 'long', year: 'numeric' }));

const facts = document.getElementById('facts');
const lines: readonly (readonly [string, string])[] = [
  ['Vecka', String(weekOf(year, month, day))],
  ['Solen upp i Stockholm', say(clock, sun.rise)],
  ['Solen ner', say(clock, sun.set)],
  ['Månen', MOONS[Math.round(moonPhase(now) * 8) % 8] ?? ''],
  ['Dagar kvar av året', String(toNewYear)],
];
for (const [term, words] of lines) {
  const [name, value] = [document.createElement('dt'), document.createElement('dd')];
  name.textContent = term;
  value.textContent = words;
  facts?.append(name, value);
}
