/**
 * Covers all that stands on the page, open dialogs and messages too: as a modal of the browser's top layer it leaves nothing
 * under it to be clicked or heard, and what was being written stays there, with the focus where it was. (OSL 26:1)
 */
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './Cover.css';

export type CoverProps = {
  readonly className: string;
  /** What is under it is not painted, printed, or found by a search in the page. */
  readonly opaque?: boolean;
  readonly children: ReactNode;
} & ({ readonly label: string } | { readonly labelledBy: string });

export function Cover({ className, opaque = false, children, ...named }: CoverProps) {
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
      className={`cover ${className}`}
      data-opaque={opaque}
      data-react-aria-top-layer="true"
      {...('label' in named ? { 'aria-label': named.label } : { 'aria-labelledby': named.labelledBy })}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>,
    document.body,
  );
}
