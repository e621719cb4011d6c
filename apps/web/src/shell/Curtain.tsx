/**
 * Covers all when the screen is hidden, open dialogs and messages too: as a modal of the browser's top layer it leaves
 * nothing under it to be read, clicked or heard. (OSL 26:1)
 */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Mark } from './Mark.js';
import { hideScreen } from './shared-screen.js';
import './Curtain.css';

export function Curtain() {
  const { t } = useTranslation('shell');
  const place = useRef<HTMLDialogElement>(null);
  // A layout effect: only a dialog closed while it still stands gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return createPortal(
    // The attribute keeps an open react-aria dialog from making the curtain inert with the rest of the page.
    <dialog
      ref={place}
      className="curtain"
      data-react-aria-top-layer="true"
      aria-label={t('screen.hidden')}
      onCancel={(event) => event.preventDefault()}
    >
      <Mark />
      <p>{t('screen.hidden')}</p>
      <Button kind="primary" size="large" autoFocus onPress={() => hideScreen(false)}>
        {t('screen.show')}
      </Button>
      <p className="muted small">{t('screen.key')}</p>
    </dialog>,
    document.body,
  );
}
