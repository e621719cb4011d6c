/**
 * On a shared screen the board shows what the server says that everyone present may see, and until it has said so for just
 * these people, nothing that was said. Asked anew whenever the board changes, and now and then besides.
 */
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { SharedScreenDocument } from '../graphql/generated/meeting/graphql.js';
import { useSharedScreen } from '../shell/shared-screen.js';
import type { LiveBoard } from './use-board.js';
import { onlyFor } from './only-for.js';

const ASK_EVERY = 15_000;

export interface SharedBoard {
  readonly board: LiveBoard;
  readonly shared: boolean;
  /** How many may look; null until the server has said what they may see. */
  readonly people: number | null;
  /** What everyone present may see; null where one looks alone. */
  readonly forAll: ReadonlySet<string> | null;
}

export function useSharedBoard(live: LiveBoard): SharedBoard {
  const { on } = useSharedScreen();
  const variables = { hubId: live.hubId };
  const [{ data, stale, error }, ask] = useQuery({ query: SharedScreenDocument, variables, pause: !on });
  const { seq } = live.board;
  useEffect(() => {
    if (!on) return;
    ask({ requestPolicy: 'network-only' });
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), ASK_EVERY);
    return () => clearInterval(timer);
  }, [on, seq, live.items]); // eslint-disable-line react-hooks/exhaustive-deps -- asked again when the board is another
  const said = on && !stale && !error ? data?.sharedScreen : undefined;
  return useMemo(() => {
    if (!on) return { board: live, shared: false, people: null, forAll: null };
    const holds =
      said !== undefined && Object.keys(live.board.present).every((member) => said.present.includes(member));
    const items = new Set(holds ? said.items : []);
    const shown = { ...live, ...onlyFor(live, items) };
    return { board: shown, shared: true, people: holds ? said.present.length : null, forAll: items };
  }, [on, live, said]);
}
