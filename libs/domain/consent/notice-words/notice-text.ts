/** The part of the notice that its version and its hash stand for: six sentences, in the order in which they are read. */
import type { NoticeWords } from './notice-words.js';

export type NoticeText = Pick<NoticeWords, 'sentence' | 'situations' | 'no' | 'withdraw' | 'duties' | 'seen'>;

export const noticeTextOf = ({ sentence, situations, no, withdraw, duties, seen }: NoticeText): NoticeText => ({
  sentence,
  situations,
  no,
  withdraw,
  duties,
  seen,
});
