/** One's own words on a board that nobody has got: of a text that others write too, only what one has added. */
import { keepLeftWords, leftWords, ownWordsAbout } from '../elements/own-words.js';
import { mapPenOf } from './map-pen.js';
import { dropPens, ownWordsIn } from './text-pen.js';

export const unsentOn = (hubId: string): string[] =>
  [...mapPenOf(hubId).unsent, ownWordsIn(hubId), ...ownWordsAbout(hubId)].filter((words) => words.trim() !== '');

export const leftBoard = (hubId: string): string => `board:${hubId}`;

/** Nothing more goes from these pens to a board that has left its reader. */
export function putDownPens(hubId: string): void {
  dropPens(hubId);
  mapPenOf(hubId).giveUp();
}

/** It left while its reader was elsewhere: what they had written stands where the board was when they come to it. */
export function keepUnsent(hubId: string): void {
  const words = unsentOn(hubId);
  if (words.length > 0) keepLeftWords(leftBoard(hubId), words, leftWords(leftBoard(hubId), words));
  putDownPens(hubId);
}
