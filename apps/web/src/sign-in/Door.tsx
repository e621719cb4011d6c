/** Stands before every page: the page for whoever is signed in, the first page for others, and a cover when a session ends. */
import type { ReactNode } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'react-router';
import { Failing, Waiting } from '../elements/states.js';
import { FirstPage } from '../demonstration/FirstPage.js';
import { EndingNotice } from './EndingNotice.js';
import { useKeptSession } from './keep-session.js';
import { isOpenPage } from './open-pages.js';
import { PostOver } from './PostOver.js';
import { ProveAgain } from './ProveAgain.js';
import { SessionOver } from './SessionOver.js';
import { askWhoIAm, useSession } from './session.js';

export function Door({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const client = useClient();
  const { pathname, search, hash } = useLocation();
  useKeptSession();
  if (isOpenPage(pathname)) return children;
  if (session.state === 'unknown') return <Waiting />;
  if (session.state === 'unreachable')
    return (
      <Failing
        refusal={{ code: 'NETWORK', sentence: '', fields: [], facts: {} }}
        onRetry={() => void askWhoIAm(client, false)}
      />
    );
  if (session.state === 'out') return <FirstPage to={pathname + search + hash} />;
  if (session.state === 'in' && session.me.acting === null) return <PostOver me={session.me} />;
  return (
    <>
      {session.state === 'over' ? <SessionOver name={session.me.name} /> : <EndingNotice me={session.me} />}
      {children}
      <ProveAgain />
    </>
  );
}
