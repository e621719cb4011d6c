/** What of a case a grade or a decision is written over: the last grade and the last proposal. */
import type { CaseQuery } from '../graphql/generated/intake/graphql.js';

export type File = CaseQuery['case'];

export const fileOver = ({ gradings, proposals }: Pick<File, 'gradings' | 'proposals'>): string =>
  `${gradings[0]?.id ?? '-'} ${proposals[0]?.id ?? '-'}`;
