/** Covers the page when the session has ended: nobody reads on, and nothing that was typed is lost. */
import { Lock, LogIn } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import './sign-in.css';

/** A tab of its own, so that this one keeps what it holds; a browser that forbids it is sent on and comes back. */
export function signInBeside(query: string): void {
  const address = `/sign-in?${query}&to=/inloggad`;
  if (!window.open(address, '_blank')) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
}

export function SessionOver({ name }: { readonly name: string }) {
  const { t } = useTranslation('sign-in');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="page" data-width="ask">
      <div className="state" role="alert">
        <span className="state-icon">
          <Icon of={Lock} />
        </span>
        <h1 className="state-title" tabIndex={-1} ref={heading}>
          {t('over.title')}
        </h1>
        <div className="state-words">
          <p>{t('over.words', { name })}</p>
        </div>
        <Button kind="primary" size="large" icon={LogIn} onPress={() => signInBeside('')}>
          {t('over.again')}
        </Button>
      </div>
    </div>
  );
}
