/** The lobby shows who has answered and who is awaited, never what was said: that opens through the gate alone (OSL 26:1). */
import type { Instant } from '../kernel/instant.js';
import { type Knowledge, type Question, deputyAskedAt } from './question.js';

export interface LobbyRow {
  readonly question: string;
  readonly unit: string;
  readonly state: 'awaited' | 'deputy-awaited' | 'late' | 'answered' | 'answered-late';
  /** Whom one calls now to get an answer; null when answered or when nobody is known. */
  readonly awaits: string | null;
  readonly knowledge: Knowledge | null;
  readonly due: Instant;
  /** The next thing that happens by itself; null = nothing more. */
  readonly nextAt: Instant | null;
}

export interface Lobby {
  readonly rows: readonly LobbyRow[];
  readonly answered: number;
  readonly asked: number;
  readonly complete: boolean;
}

/** Late first, then the awaited, then the answered; units in their given order within each. */
export const lobbyOf = (questions: readonly Question[], now: Instant): Lobby => {
  const rows = questions.map((question) => rowOf(question, now));
  const answered = questions.filter(({ state }) => state === 'answered').length;
  return {
    rows: rows
      .map((row, place) => ({ row, place }))
      .sort((a, b) => ORDER[a.row.state] - ORDER[b.row.state] || a.place - b.place)
      .map(({ row }) => row),
    answered,
    asked: questions.length,
    complete: questions.length > 0 && answered === questions.length,
  };
};

const ORDER: Readonly<Record<LobbyRow['state'], number>> = {
  late: 0,
  'deputy-awaited': 1,
  awaited: 1,
  answered: 2,
  'answered-late': 2,
};

const rowOf = (question: Question, now: Instant): LobbyRow => {
  const state = stateOf(question, now);
  const isAnswered = question.state === 'answered';
  return {
    question: question.id,
    unit: question.unit,
    state,
    awaits: isAnswered ? null : awaitsDeputy(question) ? question.deputy : question.representative,
    knowledge: question.knowledge,
    due: question.due,
    nextAt: isAnswered || now >= question.due ? null : nextOf(question),
  };
};

const stateOf = (question: Question, now: Instant): LobbyRow['state'] => {
  if (question.state === 'answered')
    return question.answeredAt !== null && question.answeredAt >= question.due ? 'answered-late' : 'answered';
  if (now >= question.due) return 'late';
  return awaitsDeputy(question) ? 'deputy-awaited' : 'awaited';
};

/** Where both were asked from the first, one waits for whoever is on duty: nobody is woken by a call while another is awake. */
const awaitsDeputy = ({ state, together }: Question): boolean => state === 'deputy-asked' && !together;

const nextOf = (question: Question): Instant =>
  question.state === 'asked' && question.deputy !== null ? deputyAskedAt(question) : question.due;
