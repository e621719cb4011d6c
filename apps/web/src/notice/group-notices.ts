/** One line a deadline, however often it rang: who comes back to ten reminders of the same thing reads none of them. */
interface Groupable {
  readonly id: string;
  readonly kind: string;
  readonly deadlineId: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface NoticeGroup<N> {
  /** The one that says most: of those that came last, the gravest. */
  readonly first: N;
  readonly earlier: readonly N[];
  readonly unread: readonly N[];
}

const GRAVITY = ['deadline-warning', 'deadline-missed', 'deadline-escalated'];

const comesBefore = <N extends Groupable>(one: N, other: N): number =>
  Date.parse(other.createdAt) - Date.parse(one.createdAt) || GRAVITY.indexOf(other.kind) - GRAVITY.indexOf(one.kind);

/** In the order given of their newest; what is about no deadline stands alone. */
export function groupNotices<N extends Groupable>(notices: readonly N[]): readonly NoticeGroup<N>[] {
  const groups = new Map<string, N[]>();
  for (const notice of notices) {
    const key = notice.deadlineId ?? notice.id;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...earlier] = group.sort(comesBefore);
    return first ? [{ first, earlier, unread: group.filter(({ readAt }) => readAt === null) }] : [];
  });
}
