import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { TENANT } from './detailTexts.ts';

interface OwnerlessProps {
  /** Whether somebody was asked to be the owner. */
  readonly isAwaited: boolean;
  readonly onInvite: () => void;
}

/** What is to be done for a tenant that nobody owns. */
export function Ownerless({ isAwaited, onInvite }: OwnerlessProps): ReactNode {
  const text = useTexts(TENANT);
  const { title, detail, action } = isAwaited ? text.ownerAwaited : text.ownerless;
  return (
    <div className="border-b border-line px-5 py-4 last:border-b-0">
      <h3 className="text-lg">{title}</h3>
      <p className="mt-0.5 mb-3 text-soft">{detail}</p>
      <Button kind={isAwaited ? 'secondary' : 'primary'} icon="send" onClick={onInvite}>{action}</Button>
    </div>
  );
}
