/** The board of one hub for the components that draw it and act on it. */
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type TypedDocumentNode } from 'urql';
import { toast } from '../elements/toasts.js';
import { HubBoardDocument } from '../graphql/generated/meeting/graphql.js';
import { fetchNoting } from '../graphql/reading-mark.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { serverNow } from '../live/server-clock.js';
import { BoardRoom, type Line, type RoomState } from './board-room.js';
import { keepUnsent } from './unsent.js';
import { actsOf, type Answer } from './waiting-acts.js';
import type { BoardPart } from './board-event.js';

type Change =
  | ({ readonly kind: 'board' } & BoardPart)
  | ({ readonly kind: 'sight' } & BoardPart)
  | { readonly kind: 'pen'; readonly member: string; readonly text: string | null }
  | { readonly kind: 'revoked' };

export type ActOn = <Data, Input extends { hubId: string; clientKey: string }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  input: Omit<Input, 'hubId' | 'clientKey'>,
) => Promise<Answer<Data>>;

export interface LiveBoard extends RoomState {
  readonly hubId: string;
  /** What tells something: it waits for the network. */
  readonly act: ActOn;
  /** What steers the meeting: for now or not at all. */
  readonly actNow: ActOn;
  /** Asked where nothing is drawn any more: whether it left this reader, so that nothing more is to be sent. */
  readonly isRevoked: () => boolean;
  /** Asked likewise: whether its reader is on another page, where what `act` was refused is told anyway. */
  readonly isLeft: () => boolean;
}

export function useLiveBoard(hubId: string): LiveBoard {
  const client = useClient();
  const { i18n } = useTranslation();
  const { room, firstRead } = useMemo(() => {
    // What is read later adds to the board, so what was read first says how old the whole may be.
    let first: string | null = null;
    const noting = { fetch: fetchNoting((mark) => (first ??= mark)) };
    const read: Line['read'] = async (afterSeq) => {
      const { data, error } = await client.query(HubBoardDocument, { id: hubId, afterSeq }, noting).toPromise();
      return data ? { data: data.hubBoard } : { refusal: refusalOf(error ?? {}) };
    };
    const { t } = i18n;
    const tellLater: Line['tellLater'] = ({ sentence }) =>
      toast(t('meeting:notDone', { why: sentence || t('elements:failing.network.form') }));
    const leftAway: Line['leftAway'] = () => {
      keepUnsent(hubId);
      toast(t('meeting:notSentLeft'));
    };
    const line: Line = { now: serverNow, read, acts: actsOf(hubId), tellLater, leftAway };
    return { room: new BoardRoom(line), firstRead: { mark: () => first } };
  }, [client, hubId, i18n]);
  useEffect(() => {
    void room.catchUp();
    return room.open();
  }, [room]);
  const state = useSyncExternalStore(room.subscribe, room.snapshot);
  useLive(
    state.loaded || state.refusal ? `board:${hubId}` : null,
    (event) => {
      const change = event.change as Change | undefined;
      // Refused before anything was shown, it is read afresh: the answer says why, and an older one is not believed.
      if (event.kind === 'revoked' && room.snapshot().loaded) room.revoke(isWriting());
      else if (event.kind !== 'change' || change === undefined) void room.readAnew().then(() => room.catchUp());
      else if (change.kind === 'sight') room.replace(change);
      else if (change.kind === 'board') room.receive(change);
      else if (change.kind === 'pen') room.showPen(change.member, change.text);
      else room.revoke(isWriting());
    },
    firstRead,
  );
  const { act, actNow } = useMemo(() => {
    const by =
      (way: 'act' | 'actNow'): ActOn =>
      (document, input) => {
        // One key for each act, however often it has to be sent.
        const variables = { input: { ...input, hubId, clientKey: crypto.randomUUID() } } as Record<string, unknown>;
        return room[way](async () => {
          const { data, error } = await client.mutation(document as TypedDocumentNode, variables).toPromise();
          return (data ? { data } : { refusal: refusalOf(error ?? {}) }) as Answer<never>;
        });
      };
    return { act: by('act'), actNow: by('actNow') };
  }, [client, hubId, room]);
  return useMemo(
    () => ({
      ...state,
      hubId,
      act,
      actNow,
      isRevoked: () => room.snapshot().revokedAt !== undefined,
      isLeft: () => room.isLeft,
    }),
    [state, hubId, act, actNow, room],
  );
}

const isWriting = (): boolean => document.activeElement instanceof HTMLTextAreaElement;

export const BoardContext = createContext<LiveBoard | null>(null);

export function useBoard(): LiveBoard {
  const board = useContext(BoardContext);
  if (!board) throw new Error('a part of the board stands outside it');
  return board;
}
