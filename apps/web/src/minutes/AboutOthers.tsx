/** Whom else something at a meeting is about, and what it shows of where they are. */
import { useQuery } from 'urql';
import type { Marks } from '../elements/marks.js';
import { SaidAbout } from '../elements/SaidAbout.js';
import { MeetingCircleDocument } from '../graphql/generated/minutes/graphql.js';

interface AboutOthersProps {
  readonly hubId: string;
  readonly category: string;
  readonly value: Marks;
  readonly fixed?: Marks;
  readonly onChange: (value: Marks) => void;
  readonly error?: string | undefined;
}

export function AboutOthers({ hubId, ...marks }: AboutOthersProps) {
  const [{ data }] = useQuery({ query: MeetingCircleDocument, variables: { hubId } });
  return data ? <SaidAbout circle={data.meetingCircle} {...marks} /> : null;
}
