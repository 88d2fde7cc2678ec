import type { ReactNode } from 'react';
import { useSentence } from '../../shared/door/trouble.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Person } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { useTakeBack } from './queries.ts';

interface TakingBackProps {
  readonly tenantId: string;
  readonly person: Person;
  readonly onClose: () => void;
}

/** Asks before the link in somebody's mail leads nowhere any more. */
export function TakingBack({ tenantId, person, onClose }: TakingBackProps): ReactNode {
  const text = useTexts(TENANT);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useTakeBack(tenantId);
  const email = isolated(person.email);
  const confirm = (): void => {
    mutate(person, {
      onSuccess: () => { toast({ tone: 'good', title: text.takenBack(email) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: sentence(failure, ({ status }) => (status === 404 ? text.notOpen : undefined)) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={text.takeBackTitle(email)} detail={text.takeBackDetail} action={text.takeBack} busy={isPending} onConfirm={confirm} onClose={onClose} />;
}
