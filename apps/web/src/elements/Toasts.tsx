/** Shows toasts in a corner; they stay while they are read (pointer or focus on them) and longer when they can undo. */
import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.js';
import { dismissToast, useToasts, type Toast } from './toasts.js';
import './Toasts.css';

const READ = 6_000;
const REGRET = 15_000;

function One({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation('elements');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.undo ? REGRET : READ);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <li
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          kind="quiet"
          icon={Undo2}
          onPress={() => {
            void toast.undo?.();
            dismissToast(toast.id);
          }}
        >
          {t('undo')}
        </Button>
      )}
      <Button kind="quiet" icon={X} iconOnly onPress={() => dismissToast(toast.id)}>
        {t('close')}
      </Button>
    </li>
  );
}

export function Toasts() {
  const { t } = useTranslation('elements');
  const toasts = useToasts();
  return (
    <section className="toasts" aria-label={t('toasts')}>
      <ul role="list">
        {toasts.map((toast) => (
          <One key={toast.id} toast={toast} />
        ))}
      </ul>
      <div className="vh" role="status">
        {toasts.at(-1)?.text}
      </div>
    </section>
  );
}
