/** Whom else something in a plan is about, and what it shows of where they are. */
import { useQuery } from 'urql';
import type { Marks } from '../elements/marks.js';
import { SaidAbout } from '../elements/SaidAbout.js';
import { GroupCircleDocument } from '../graphql/generated/plan/graphql.js';
import { refusalOf } from '../graphql/refusal.js';

interface AboutInPlanProps {
  readonly groupId: string;
  readonly category: string;
  readonly value: Marks;
  readonly fixed?: Marks;
  readonly onChange: (value: Marks) => void;
  readonly error?: string | undefined;
}

export function AboutInPlan({ groupId, ...marks }: AboutInPlanProps) {
  const [{ data, error }, again] = useQuery({ query: GroupCircleDocument, variables: { groupId } });
  const unread = error && !data ? { refusal: refusalOf(error), again } : undefined;
  return <SaidAbout circle={data?.groupCircle ?? []} unread={unread} {...marks} />;
}
