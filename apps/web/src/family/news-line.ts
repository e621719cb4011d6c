/**
 * The one line of a family's page: it hears that there is something new, and nothing of what it is; the page asks then, and the
 * town decides what it is given. Where there is no line the page asks now and then.
 */
import type { Socket } from 'socket.io-client';

export interface NewsListener {
  /** Of what stands on the page. */
  readonly mark: () => string | null;
  readonly news: () => void;
  /** Whether it is told of everything from here on. */
  readonly standing: (is: boolean) => void;
  /** The town has ended the line: the session is over, or the town itself starts anew. */
  readonly cut: () => void;
}

/** After the town has ended it, in milliseconds; one that was lost comes back by itself. */
const AGAIN_AFTER = 3_000;

/** Hears until what is returned is called. */
export function hearNews({ mark, news, standing, cut }: NewsListener): () => void {
  let socket: Socket | undefined;
  let isWanted = true;
  let again: ReturnType<typeof setTimeout>;
  const open = async () => {
    const { io } = await import('socket.io-client');
    if (!isWanted) return;
    const line = io('/family', {
      path: '/socket.io',
      transports: ['websocket', 'polling'],
      withCredentials: true,
      auth: (tell) => tell({ mark: mark() }),
    });
    socket = line;
    line.on('hello', () => standing(true));
    line.on('news', news);
    line.on('connect_error', () => standing(false));
    line.on('disconnect', (reason) => {
      if (!isWanted) return;
      standing(false);
      if (reason !== 'io server disconnect') return;
      again = setTimeout(() => line.connect(), AGAIN_AFTER);
      cut();
    });
  };
  open().catch(() => standing(false));
  return () => {
    isWanted = false;
    clearTimeout(again);
    socket?.disconnect();
  };
}
