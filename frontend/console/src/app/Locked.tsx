import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useEscape } from '../shared/ui/useEscape.ts';
import { useReturnFocus } from '../shared/ui/useReturnFocus.ts';

interface LockedProps {
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * Stands before rooms that stay as they are. Nobody sees or hears anything of them meanwhile, sheets and toasts
 * included: `data-door` in the styles. A dialog itself, for it has to take the focus from a sheet that holds it.
 */
export function Locked({ label, children }: LockedProps): ReactNode {
  const returnFocus = useReturnFocus();
  const onEscape = useEscape();
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Content data-door data-quiet-focus aria-label={label} aria-describedby={undefined} onEscapeKeyDown={onEscape} onCloseAutoFocus={returnFocus} className="fixed inset-0 z-40 overflow-y-auto bg-paper">
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
