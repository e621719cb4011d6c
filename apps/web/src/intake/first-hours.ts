/**
 * A case into which another was joined owes the hours of both grades. The earliest is the one to keep: the later of them
 * says nothing more while it runs, and comes to show if the earlier is missed (SoL 20:2).
 */
interface Hours {
  readonly kind: string;
  readonly dueAt: string;
  readonly state: string;
}

export function firstHours<T extends Hours>(deadlines: readonly T[]): T[] {
  const running = deadlines.filter(isRunningHours).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return deadlines.filter((one) => !isRunningHours(one) || one === running[0]);
}

const isRunningHours = ({ kind, state }: Hours): boolean =>
  state === 'open' && /^grade-(orange|red)-assessment$/.test(kind);
