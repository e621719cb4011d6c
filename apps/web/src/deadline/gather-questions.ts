/** What other units have not answered becomes one line for each hub, so that whoever leads it reads how many are awaited. */
import type { ListedDeadlineFragment } from '../graphql/generated/deadline/graphql.js';

export interface DueLine {
  /** The first to fall due, which the whole line goes by. */
  readonly deadline: ListedDeadlineFragment;
  readonly dueAt: string;
  readonly saysDanger: boolean;
  /** How many units are awaited; null for a deadline of its own. */
  readonly awaited: number | null;
}

const faceOf = (deadline: ListedDeadlineFragment): Omit<DueLine, 'awaited'> => ({
  deadline,
  dueAt: deadline.dueAt,
  saysDanger: deadline.saysDanger,
});

export function gatherQuestions(deadlines: readonly ListedDeadlineFragment[]): DueLine[] {
  const lines = new Map<string, DueLine>();
  for (const deadline of deadlines) {
    const others = deadline.kind === 'unit-knowledge' && !deadline.mine;
    const key = others ? `hub ${deadline.hubId ?? deadline.caseId}` : deadline.id;
    const line = lines.get(key);
    if (!line) lines.set(key, { ...faceOf(deadline), awaited: others ? 1 : null });
    else {
      const first = deadline.dueAt < line.dueAt ? deadline : line.deadline;
      lines.set(key, { ...faceOf(first), awaited: (line.awaited ?? 0) + 1 });
    }
  }
  return [...lines.values()].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}
