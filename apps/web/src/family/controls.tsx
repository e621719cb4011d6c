/** The few things one can press: one that leads on, some that lead out, and a switch for what is in or out. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import '../elements/Button.css';

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: LucideIcon;
  readonly onPress: () => void;
  readonly isWaiting?: boolean;
  readonly children: ReactNode;
  readonly type?: 'button' | 'submit';
  /** How an e-identification is begun here, for whoever looks for it. */
  readonly start?: string;
}

export function Button({
  kind = 'secondary',
  icon: Icon,
  onPress,
  isWaiting,
  children,
  type = 'button',
  start,
}: ButtonProps) {
  return (
    <button
      type={type}
      className="button wide"
      data-kind={kind}
      data-start={start}
      aria-disabled={isWaiting || undefined}
      onClick={() => {
        if (!isWaiting) onPress();
      }}
    >
      {Icon && <Icon className="icon" aria-hidden />}
      <span>{children}</span>
      {isWaiting && <span className="button-wait" aria-hidden />}
    </button>
  );
}

/** Looks like a button where it opens something outside the page: the app, a telephone, a paper. */
export function ButtonLink({
  kind = 'secondary',
  icon: Icon,
  href,
  children,
  opensBeside,
}: Pick<ButtonProps, 'kind' | 'icon' | 'children'> & { readonly href: string; readonly opensBeside?: boolean }) {
  return (
    <a
      className="button wide"
      data-kind={kind}
      href={href}
      {...(opensBeside ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {Icon && <Icon className="icon" aria-hidden />}
      <span>{children}</span>
    </a>
  );
}

/** A line that leads to another page. */
export function Way({
  icon: Icon,
  onPress,
  title,
  help,
}: {
  readonly icon: LucideIcon;
  readonly onPress: () => void;
  readonly title: ReactNode;
  readonly help?: ReactNode;
}) {
  return (
    <li>
      <button type="button" className="way" onClick={onPress}>
        <span className="way-icon">
          <Icon className="icon" aria-hidden />
        </span>
        <span className="way-words">
          <span className="way-title">{title}</span>
          {help && <span className="way-help">{help}</span>}
        </span>
        <span className="way-on" aria-hidden />
      </button>
    </li>
  );
}

interface PartSwitchProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly badge?: ReactNode;
  readonly isIn: boolean;
  /** Somebody who signs has taken it away before: it does not come back here. */
  readonly isFixed?: boolean;
  readonly state: string;
  readonly onChange: (isIn: boolean) => void;
}

export function PartSwitch({ label, help, badge, isIn, isFixed, state, onChange }: PartSwitchProps) {
  return (
    <li>
      <label className="part" data-in={isIn || undefined}>
        {badge}
        <span className="part-words">
          <span className="part-label">{label}</span>
          {help && <span className="part-help">{help}</span>}
        </span>
        <span className="part-state" aria-hidden>
          {state}
        </span>
        <input
          type="checkbox"
          role="switch"
          checked={isIn}
          disabled={isFixed}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className="part-switch" aria-hidden />
      </label>
    </li>
  );
}
