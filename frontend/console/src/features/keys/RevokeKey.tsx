import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Key } from './contract.ts';
import { useRevoke } from './queries.ts';
import { KEYS } from './texts.ts';
import { useKeyReason } from './trouble.ts';

interface RevokeKeyProps {
  readonly apiKey: Key;
  readonly onClose: () => void;
}

export function RevokeKey({ apiKey, onClose }: RevokeKeyProps): ReactNode {
  const text = useTexts(KEYS);
  const toast = useToast();
  const reason = useKeyReason();
  const { mutate, isPending } = useRevoke(apiKey);
  const called = isolated(apiKey.name);
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => { toast({ tone: 'good', title: text.revoked(called) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notRevoked, detail: reason(failure) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={text.revokeTitle(called)} detail={text.revokeDetail} action={text.revoke} busy={isPending} onConfirm={confirm} onClose={onClose} />;
}
