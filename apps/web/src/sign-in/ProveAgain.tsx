/**
 * Asks for a new proof before a sensitive act, in a tab beside, so that what stands on this page stays: content is never
 * laid down on a device to survive a journey to the provider and back. The act itself goes on by itself afterwards.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { proveAgainBy } from '../graphql/prove-again.js';
import { askWhoIAm, onOtherTab, whoIsIn } from './session.js';
import { SignInBeside } from './SignInBeside.js';

export function ProveAgain() {
  const { t } = useTranslation('sign-in');
  const client = useClient();
  const [state, become] = useState<'none' | 'asked' | 'away'>('none');
  const waiting = useRef<((proved: boolean) => void)[]>([]);
  const asker = useRef<string | null>(null);
  const answer = (proved: boolean) => {
    become('none');
    waiting.current.splice(0).forEach((settle) => settle(proved));
  };

  useEffect(
    () =>
      proveAgainBy(() => {
        asker.current = whoIsIn();
        become('asked');
        return new Promise((settle) => waiting.current.push(settle));
      }),
    [],
  );

  useEffect(() => {
    if (state === 'none') return;
    return onOtherTab((word) => {
      if (word !== 'signed-in') return;
      // What was asked for is done only as the one who asked for it.
      void askWhoIAm(client, true).then(() => answer(asker.current !== null && whoIsIn() === asker.current));
    });
  }, [client, state]);

  return (
    <Dialog title={t('proof.title')} isOpen={state !== 'none'} onOpenChange={(open) => !open && answer(false)}>
      <p>{t('proof.words')}</p>
      {state === 'away' && (
        <p className="muted" role="status">
          {t('proof.waiting')}
        </p>
      )}
      <Acts>
        <SignInBeside query="again=1" back="/inloggad?klar=1" icon onAway={() => become('away')}>
          {t('proof.go')}
        </SignInBeside>
        <Button onPress={() => answer(false)}>{t('proof.not')}</Button>
      </Acts>
    </Dialog>
  );
}
