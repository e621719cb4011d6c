/** The state of a consent in a word, with a shape beside the colour. */
import { Ban, Check, CircleDashed, Hourglass, Minus, PenLine, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  draft: PenLine,
  offered: CircleDashed,
  'partly-signed': Hourglass,
  active: Check,
  narrowed: Minus,
};

export function ConsentState({ state }: { readonly state: string }) {
  const { t } = useTranslation('consent');
  return (
    <span className="consent-state" data-state={state}>
      <Icon of={ICONS[state] ?? Ban} />
      {t(`state.${state}` as never)}
    </span>
  );
}
