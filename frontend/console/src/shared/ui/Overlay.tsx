import { AlertDialog, Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Button } from './Button.tsx';
import { useEscape } from './useEscape.ts';
import { useReturnFocus } from './useReturnFocus.ts';

const TEXTS = texts({ en: { close: 'Close', cancel: 'Cancel' }, he: { close: 'סגירה', cancel: 'ביטול' } });
const SHADE = 'fixed inset-0 z-40 bg-shade data-[state=open]:animate-fade';

interface SheetProps {
  readonly title: string;
  readonly description: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A panel at the end of the line; on a phone, the whole screen. Open as long as it is on the page. */
export function Sheet({ title, description, children, onClose }: SheetProps): ReactNode {
  const text = useTexts(TEXTS);
  const returnFocus = useReturnFocus();
  const onEscape = useEscape(onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className={SHADE} />
        <Dialog.Content
          data-quiet-focus
          onEscapeKeyDown={onEscape}
          onCloseAutoFocus={returnFocus}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          className="fixed inset-y-0 end-0 z-50 flex w-full flex-col bg-surface shadow-float data-[state=open]:animate-slide sm:w-[min(40rem,92vw)]"
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-4 sm:px-6">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-[22px] leading-tight [overflow-wrap:anywhere]"><bdi>{title}</bdi></Dialog.Title>
              <Dialog.Description asChild>
                <div className="mt-1.5 text-sm text-soft">{description}</div>
              </Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <CloseButton label={text.close} />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5 sm:px-6" tabIndex={0} role="group" aria-label={title}>
            {children}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const CloseButton = ({ label, ...rest }: { readonly label: string }): ReactNode => (
  <Button {...rest} kind="quiet" size="icon" icon="close" aria-label={label} title={label} />
);

interface ConfirmProps {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly kind?: 'primary' | 'danger';
  readonly busy?: boolean;
  /** Tells nothing of what is in the rooms, so that it may be read before somebody signs in again. */
  readonly isOpenToAll?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. Stays open while that is done. */
export function Confirm({ title, detail, action, kind = 'danger', busy = false, isOpenToAll = false, onConfirm, onClose }: ConfirmProps): ReactNode {
  const text = useTexts(TEXTS);
  const returnFocus = useReturnFocus();
  const door = isOpenToAll ? { 'data-at-door': '' } : {};
  const close = (): void => { if (!busy) onClose(); };
  const onEscape = useEscape(close);
  return (
    <AlertDialog.Root open onOpenChange={(open) => { if (!open) close(); }}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay {...door} className={SHADE} />
        <div {...door} className="pointer-events-none fixed inset-0 z-50 grid place-items-end p-3 sm:place-items-center">
          <AlertDialog.Content
            onEscapeKeyDown={onEscape}
            onCloseAutoFocus={returnFocus}
            className="pointer-events-auto w-full max-w-md rounded-[18px] bg-surface p-6 shadow-float data-[state=open]:animate-rise"
          >
            <AlertDialog.Title className="text-[22px] leading-tight [overflow-wrap:anywhere]">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-soft">{detail}</AlertDialog.Description>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button>{text.cancel}</Button>
              </AlertDialog.Cancel>
              <Button kind={kind} busy={busy} onClick={onConfirm}>{action}</Button>
            </div>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
