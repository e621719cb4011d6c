/** Looks for people in what is typed, at each pause of the keys. The lists of names are fetched when the first field asks. */
import { useEffect, useState } from 'react';
import type { Finding } from '#domain/finding/finding.js';

const PAUSE = 200;

type Find = typeof import('#domain/finding/find-persons.js').findPersons;
let find: Promise<Find> | undefined;
const finder = (): Promise<Find> => (find ??= import('#domain/finding/find-persons.js').then((one) => one.findPersons));

export function useFindings(text: string, places: readonly string[]): readonly Finding[] {
  const [found, setFound] = useState<{ readonly text: string; readonly findings: readonly Finding[] }>({
    text: '',
    findings: [],
  });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void finder().then((look) => {
        if (!current) return;
        setFound({ text, findings: look(text, { today: { year: new Date().getFullYear() }, places }) });
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, places]);
  // What was found stands until the next pause, as far as its letters are still there.
  return found.text === text
    ? found.findings
    : found.findings.filter((one) => text.slice(one.from, one.to) === one.text);
}
