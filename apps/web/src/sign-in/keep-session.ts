/**
 * Keeps the session's end in sight. Someone who types is at work even if nothing is sent; an empty chair is not, however
 * much the page asks by itself (ASVS 7.3.1).
 */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { toast } from '../elements/toasts.js';
import { onPostOver, onSignedOut } from '../graphql/client.js';
import { openLive, useConnection } from '../live/connection.js';
import { takeBroughtBack } from './kept-drafts.js';
import { askWhoIAm, ended, onOtherTab, useSession } from './session.js';

const MINUTE = 60_000;
const SIGN_OF_LIFE = 4 * MINUTE;

/** Asks who is signed in at the start, each minute while the page is seen, and whenever something says that it changed. */
export function useKeptSession(): void {
  const client = useClient();
  const { t } = useTranslation('sign-in');
  const { state } = useConnection();
  const session = useSession();
  const isIn = session.state === 'in';

  useEffect(() => {
    void askWhoIAm(client, false);
    const stops = [onSignedOut(ended), onPostOver(() => void askWhoIAm(client, true))];
    return () => stops.forEach((stop) => stop());
  }, [client]);

  useEffect(
    () =>
      onOtherTab((word) => {
        if (word !== 'signed-out') return void askWhoIAm(client, true);
        // Somebody has left this desk: covered at once, and nothing of what was begun is kept here either.
        ended();
        void dropAllDrafts();
      }),
    [client],
  );

  useEffect(() => {
    if (state === 'refused') void askWhoIAm(client, true);
  }, [client, state]);

  useEffect(() => {
    if (isIn && takeBroughtBack() > 0) toast(t('draftsBack'));
  }, [isIn, t]);

  useEffect(() => {
    // The socket hears of a revocation within a second, and of the server's time.
    if (isIn) void openLive();
  }, [isIn]);

  useEffect(() => {
    if (!isIn) return;
    let lastAsked = Date.now();
    let lastLife = lastAsked;
    const ask = (passive: boolean) => {
      lastAsked = Date.now();
      void askWhoIAm(client, passive);
    };
    const onLife = () => {
      if (Date.now() - lastLife < SIGN_OF_LIFE) return;
      lastLife = Date.now();
      ask(false);
    };
    const onSeen = () => {
      if (document.visibilityState === 'visible' && Date.now() - lastAsked > MINUTE / 2) ask(true);
    };
    const timer = setInterval(onSeen, MINUTE);
    document.addEventListener('visibilitychange', onSeen);
    window.addEventListener('keydown', onLife);
    window.addEventListener('pointerdown', onLife);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSeen);
      window.removeEventListener('keydown', onLife);
      window.removeEventListener('pointerdown', onLife);
    };
  }, [client, isIn]);
}
