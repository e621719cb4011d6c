/**
 * What stood on a page and is now answered as what is not there has left its reader: a seat has ended, a ground is gone. A
 * calm sentence stays with the time, since nothing has failed and there is nothing to do. (OSL 12:2, 26:1)
 */
import { useState } from 'react';
import { refusalOf } from '../graphql/refusal.js';
import { serverNow } from './server-clock.js';

interface Looked {
  readonly about: string;
  readonly shown: boolean;
  readonly leftAt?: string;
}

export interface Look {
  /** What the page shows, by its id. */
  readonly about: string;
  readonly isShown: boolean;
  readonly error: Parameters<typeof refusalOf>[0] | undefined;
}

/** Since when it is no longer the reader's; nothing while it stands, nor where it never stood. */
export function useLeft({ about, isShown, error }: Look): string | undefined {
  const [looked, look] = useState<Looked>({ about, shown: isShown });
  const isGone = !isShown && error !== undefined && refusalOf(error).code === 'NOT_FOUND';
  if (looked.about !== about) look({ about, shown: isShown });
  else if (isShown && (!looked.shown || looked.leftAt !== undefined)) look({ about, shown: true });
  else if (isGone && looked.shown && looked.leftAt === undefined)
    look({ ...looked, leftAt: new Date(serverNow()).toISOString() });
  return looked.about === about && !isShown ? looked.leftAt : undefined;
}
