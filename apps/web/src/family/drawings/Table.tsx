/**
 * Those who would talk, around a table with what they would talk of on it. Whoever is taken away leaves an empty chair,
 * and a paper leaves the table: a person who does not read sees what they have changed.
 */
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { HOUSES } from '../../elements/houses.js';
import './drawings.css';

export interface Seat {
  readonly id: string;
  readonly kind: HouseKind;
  readonly isEmpty: boolean;
}

interface TableProps {
  readonly seats: readonly Seat[];
  /** One for each kind of information; true is taken away. */
  readonly papers: readonly boolean[];
}

const MIDDLE = { x: 180, y: 142 };
const ROUND = { x: 138, y: 58 };

const placeOf = (index: number, count: number) => {
  const angle = (Math.PI / 180) * (count === 1 ? 90 : 162 - (144 * index) / (count - 1));
  return { x: MIDDLE.x + ROUND.x * Math.cos(angle), y: MIDDLE.y - ROUND.y * Math.sin(angle) };
};

export function Table({ seats, papers }: TableProps) {
  const middle = Math.floor(seats.length / 2);
  const around = [...seats.slice(0, middle), null, ...seats.slice(middle)];
  return (
    <svg className="drawing" viewBox="0 0 360 220" aria-hidden="true" focusable="false">
      <ellipse className="d-shade" cx="180" cy="206" rx="120" ry="9" />
      {around.map((seat, index) => {
        const { x, y } = placeOf(index, around.length);
        return seat === null ? (
          <Person key="family" x={x} y={y} look="us" letter="♥" />
        ) : (
          <Person
            key={seat.id}
            x={x}
            y={y}
            isAway={seat.isEmpty}
            look={HOUSES[seat.kind].colour}
            letter={HOUSES[seat.kind].letter}
          />
        );
      })}
      <path className="d-edge" d="M52 150v14c0 22 57 40 128 40s128-18 128-40v-14z" />
      <ellipse className="d-top" cx="180" cy="150" rx="128" ry="40" />
      {papers.map((isAway, index) => (
        <Paper key={index} index={index} count={papers.length} isAway={isAway} />
      ))}
    </svg>
  );
}

interface PersonProps {
  readonly x: number;
  readonly y: number;
  readonly look: string;
  readonly letter: string;
  readonly isAway?: boolean;
}

function Person({ x, y, look, letter, isAway }: PersonProps) {
  return (
    <g className="d-person" data-look={look} data-away={isAway || undefined} transform={`translate(${x} ${y})`}>
      <path className="d-body" d="M-27 34c0-28 8-44 27-44s27 16 27 44z" />
      <circle className="d-head" cy="-27" r="15.5" />
      <text className="d-letter" y="16" textAnchor="middle">
        {letter}
      </text>
    </g>
  );
}

function Paper({ index, count, isAway }: { readonly index: number; readonly count: number; readonly isAway: boolean }) {
  const across = Math.min(5, count);
  const row = Math.floor(index / across);
  const inRow = Math.min(across, count - row * across);
  const x = 180 + ((index % across) - (inRow - 1) / 2) * 40;
  const y = 146 + (row - (Math.ceil(count / across) - 1) / 2) * 20;
  const turn = [-5, 4, -2, 6, -4][index % 5] ?? 0;
  return (
    <g
      className="d-paper"
      data-away={isAway || undefined}
      transform={`translate(${x} ${y}) skewX(-14) rotate(${turn})`}
    >
      <rect x="-13" y="-8" width="26" height="16" rx="1.5" />
      <path d="M-8-3H7M-8 1H4" />
    </g>
  );
}
