/** For what must be settled before going on, and only that; Escape always leads out and nothing typed is lost by it. */
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.js';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  /** The button that opens it; without it the dialog is steered by `isOpen`. */
  readonly trigger?: ReactElement;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** `side` stands at the edge and keeps the page readable. */
  readonly place?: 'middle' | 'side';
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function Dialog({ title, trigger, isOpen, onOpenChange, place = 'middle', children }: DialogProps) {
  const { t } = useTranslation('elements');
  const steered = trigger ? {} : { isOpen, onOpenChange };
  const overlay = (
    <ModalOverlay className="veil" isDismissable {...steered}>
      <Modal className="modal" data-place={place}>
        <AriaDialog className="dialog">
          {({ close }) => (
            <>
              <div className="dialog-top">
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <Button kind="quiet" icon={X} iconOnly onPress={close}>
                  {t('close')}
                </Button>
              </div>
              <div className="dialog-body">{typeof children === 'function' ? children(close) : children}</div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  return trigger ? (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {overlay}
    </DialogTrigger>
  ) : (
    overlay
  );
}

/** The row of acts that ends a dialog or a form: the way forward first for the eye and the keyboard. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="acts">{children}</div>;
}
