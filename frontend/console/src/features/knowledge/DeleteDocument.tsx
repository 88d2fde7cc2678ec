import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { KnowledgeDocument } from './contract.ts';
import { useDelete } from './queries.ts';
import { KNOWLEDGE } from './texts.ts';

export function DeleteDocument({ document, onClose }: { readonly document: KnowledgeDocument; readonly onClose: () => void }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const toast = useToast();
  const reason = useReason();
  const { mutate, isPending } = useDelete();
  const confirm = (): void => {
    mutate(document, {
      onSuccess: () => { toast({ tone: 'good', title: text.removed(isolated(document.fileName)) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.actionFailed, detail: reason(failure) }); },
      onSettled: onClose,
    });
  };
  return (
    <Confirm
      title={text.removeTitle(isolated(document.fileName))}
      detail={text.removeDetail}
      action={text.remove}
      busy={isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
