/** What may be logged of a fault: its kind, its code and where in our code it arose; its message may hold what someone wrote. */
export function faultFacts(fault: unknown): Readonly<Record<string, string | undefined>> {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const { code } = fault as { code?: unknown };
  const at = fault.stack
    ?.split('\n')
    .filter((line) => line.includes('    at '))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' | ');
  return { kind: fault.name, code: typeof code === 'string' ? code : undefined, at };
}
