/**
 * Covers all when the line has been away too long: what has been taken back since could not be told, so nothing that stands
 * here may be read. As a modal of the browser's top layer it covers open dialogs too; what was being written is under it.
 */
import { CloudOff } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import './LineCover.css';

export function LineCover({ since }: { readonly since?: number }) {
  const { t } = useTranslation('shell');
  const place = useRef<HTMLDialogElement>(null);
  // A layout effect: only a dialog closed while it still stands gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return createPortal(
    // The attribute keeps an open react-aria dialog from making the cover inert with the rest of the page.
    <dialog
      ref={place}
      className="line-cover"
      data-react-aria-top-layer="true"
      aria-labelledby="line-cover-title"
      onCancel={(event) => event.preventDefault()}
    >
      <div className="line-cover-words" role="status">
        <span className="state-icon">
          <Icon of={CloudOff} />
        </span>
        <h2 id="line-cover-title" tabIndex={-1} autoFocus>
          {t('lineCover.title')}
        </h2>
        <p>
          {since !== undefined && (
            <>
              {t('lineCover.since')} <Time at={since} as="clock" />.{' '}
            </>
          )}
          {t('lineCover.why')}
        </p>
        <p>{t('lineCover.do')}</p>
      </div>
    </dialog>,
    document.body,
  );
}
