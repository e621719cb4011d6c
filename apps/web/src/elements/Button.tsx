/** One primary act per view; the others step back. While it waits it keeps its place and its focus. */
import type { LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Icon } from './Icon.js';
import './Button.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  readonly size?: 'regular' | 'large' | 'small';
  readonly icon?: LucideIcon;
  /** Draw the icon alone; `children` becomes its name. */
  readonly iconOnly?: boolean;
  readonly wide?: boolean;
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
}

function Content({ icon, iconOnly, children }: Pick<Look, 'icon' | 'iconOnly'> & { readonly children: ReactNode }) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {iconOnly ? <span className="vh">{children}</span> : <span>{children}</span>}
    </>
  );
}

export function Button({
  kind = 'secondary',
  size = 'regular',
  icon,
  iconOnly,
  wide,
  children,
  isPending,
  onPress,
  type,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation('elements');
  const button = useRef<HTMLButtonElement>(null);
  // The kit's own waiting announces an image named by the button, which is nameless once the button has left the page.
  useLayoutEffect(() => {
    if (isPending) button.current?.setAttribute('aria-disabled', 'true');
    else button.current?.removeAttribute('aria-disabled');
  }, [isPending]);
  return (
    <>
      <AriaButton
        {...rest}
        ref={button}
        // Enter in a field of the form must not send it again while it is on its way.
        type={isPending && type === 'submit' ? 'button' : type}
        onPress={isPending ? undefined : onPress}
        className="button"
        data-kind={kind}
        data-size={size}
        data-icon-only={iconOnly || undefined}
        data-wide={wide || undefined}
      >
        <Content icon={icon} iconOnly={iconOnly}>
          {children}
        </Content>
        {isPending && <span className="button-wait" aria-hidden />}
      </AriaButton>
      {isPending !== undefined && (
        <span className="vh" role="status">
          {isPending ? t('button.waiting') : ''}
        </span>
      )}
    </>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  kind = 'secondary',
  size = 'regular',
  icon,
  iconOnly,
  wide,
  to,
  children,
}: Look & { readonly to: string; readonly children: ReactNode }) {
  return (
    <RouterLink
      to={to}
      className="button"
      data-kind={kind}
      data-size={size}
      data-icon-only={iconOnly || undefined}
      data-wide={wide || undefined}
    >
      <Content icon={icon} iconOnly={iconOnly}>
        {children}
      </Content>
    </RouterLink>
  );
}
