import type { ReactNode } from 'react';
import { calledOf } from '../../shared/contact/called.ts';
import { useSentence } from '../../shared/door/trouble.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Contact } from './contract.ts';
import { useBlocking } from './queries.ts';
import { CONTACTS } from './texts.ts';

interface BlockingProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Blocks a contact, or lets them write again. */
export function Blocking({ contact, onClose }: BlockingProps): ReactNode {
  const text = useTexts(CONTACTS);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useBlocking(contact);
  const called = isolated(calledOf(contact) ?? text.nameless);
  const words = contact.blocked
    ? { title: text.unblockTitle(called), detail: text.unblockDetail, action: text.unblock, done: text.didUnblock(called), kind: 'primary' as const }
    : { title: text.blockTitle(called), detail: text.blockDetail, action: text.block, done: text.didBlock(called), kind: 'danger' as const };
  const confirm = (): void => {
    mutate(!contact.blocked, {
      onSuccess: () => { toast({ tone: 'good', title: words.done }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: sentence(failure) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={words.title} detail={words.detail} action={words.action} kind={words.kind} busy={isPending} onConfirm={confirm} onClose={onClose} />;
}
