/** How far a meeting has come, as its pages ask it. */

/** From now on an answer that was given stands, and what is new is said on the board. */
export const isBegun = (state: string): boolean => !['planned', 'lobby'].includes(state);

export const isEnded = (state: string): boolean => ['closed', 'called-off'].includes(state);
