/** Covers all when the session has ended: nobody reads on, in a dialog that stood open either, and nothing typed is lost. */
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Cover } from '../elements/Cover.js';
import { Icon } from '../elements/Icon.js';
import { SignInBeside } from './SignInBeside.js';
import './sign-in.css';

export function SessionOver({ name }: { readonly name: string }) {
  const { t } = useTranslation('sign-in');
  return (
    <Cover className="session-over" opaque labelledBy="session-over-title">
      <div className="state" role="alert">
        <span className="state-icon">
          <Icon of={Lock} />
        </span>
        <h1 id="session-over-title" className="state-title" tabIndex={-1} autoFocus>
          {t('over.title')}
        </h1>
        <div className="state-words">
          <p>{t('over.words', { name })}</p>
        </div>
        <SignInBeside query="" size="large" icon>
          {t('over.again')}
        </SignInBeside>
      </div>
    </Cover>
  );
}
