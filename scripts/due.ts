/** `npm run --silent due < cases.jsonl`: says when each case is due. */
import { answerDueCase } from '../libs/domain/deadline/answer-due-case.js';
import { answerLines } from './jsonl.js';

await answerLines(answerDueCase);
