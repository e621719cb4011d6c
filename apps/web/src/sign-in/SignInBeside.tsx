/**
 * To the provider in a tab of its own, so that this one keeps what it holds. Where the browser opens none, a plain link stands
 * there instead: it never leads away from the page, since what is typed on it would be lost.
 */
import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';

export interface SignInBesideProps {
  /** Of `/sign-in`, such as `again=1`. */
  readonly query: string;
  /** Where the tab beside ends. */
  readonly back?: string;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly icon?: boolean;
  readonly onAway?: () => void;
  readonly children: string;
}

export function SignInBeside({ query, back = '/inloggad', size, icon, onAway, children }: SignInBesideProps) {
  const { t } = useTranslation('sign-in');
  const [refused, setRefused] = useState(false);
  const address = `/sign-in?${query}&to=${encodeURIComponent(back)}`;
  if (refused)
    return (
      <a
        className="button"
        data-kind="primary"
        data-size={size ?? 'regular'}
        href={address}
        target="_blank"
        // As a tab that the page opens itself: it may close when it is done.
        rel="opener"
        onClick={onAway}
      >
        {icon && <Icon of={LogIn} />}
        <span>{t('beside.link')}</span>
      </a>
    );
  return (
    <Button
      kind="primary"
      {...(size && { size })}
      {...(icon && { icon: LogIn })}
      onPress={() => {
        if (window.open(address, '_blank')) onAway?.();
        else setRefused(true);
      }}
    >
      {children}
    </Button>
  );
}
