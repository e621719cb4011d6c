/** Whom else something at a meeting is about, and what it shows of where they are. */
import { useQuery } from 'urql';
import type { Marks } from '../elements/marks.js';
import { SaidAbout } from '../elements/SaidAbout.js';
import { MeetingCircleDocument } from '../graphql/generated/minutes/graphql.js';
import { refusalOf } from '../graphql/refusal.js';

interface AboutOthersProps {
  readonly hubId: string;
  readonly category: string;
  readonly value: Marks;
  readonly fixed?: Marks;
  readonly onChange: (value: Marks) => void;
  readonly error?: string | undefined;
}

export function AboutOthers({ hubId, ...marks }: AboutOthersProps) {
  const [{ data, error }, again] = useQuery({ query: MeetingCircleDocument, variables: { hubId } });
  const unread = error && !data ? { refusal: refusalOf(error), again } : undefined;
  return <SaidAbout circle={data?.meetingCircle ?? []} unread={unread} {...marks} />;
}
