import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember, useSession } from '../../shared/session/SessionContext.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { calledOf, type Person } from './contract.ts';
import { useRemove } from './queries.ts';
import { TEAM } from './texts.ts';
import { useTeamReason } from './trouble.ts';

interface RemovePersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Removes a member, takes an invitation back, or lets somebody leave, who is signed out then. */
export function RemovePerson({ person, onClose }: RemovePersonProps): ReactNode {
  const toast = useToast();
  const session = useSession();
  const navigate = useNavigate();
  const reason = useTeamReason('lastOwner');
  const text = useTexts(TEAM);
  const isSelf = useMember().id === person.id;
  const words = useWords(person, isSelf);
  const { mutate, isPending } = useRemove(person);

  const leave = (): void => {
    void navigate('/', { replace: true });
    void session.signOut('removed');
  };
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => {
        if (isSelf) leave();
        else toast({ tone: 'good', title: words.done });
      },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: reason(failure) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={words.title} detail={words.detail} action={words.action} busy={isPending} onConfirm={confirm} onClose={onClose} />;
}

interface Words {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly done: string;
}

function useWords(person: Person, isSelf: boolean): Words {
  const text = useTexts(TEAM);
  const called = isolated(calledOf(person));
  if (isSelf) return { title: text.leaveTitle(called), detail: text.leaveDetail, action: text.leave, done: '' };
  return person.status === 'invited'
    ? { title: text.takeBackTitle(called), detail: text.takeBackDetail, action: text.takeBack, done: text.takenBack(called) }
    : { title: text.removeTitle(called), detail: text.removeDetail, action: text.remove, done: text.removed(called) };
}
