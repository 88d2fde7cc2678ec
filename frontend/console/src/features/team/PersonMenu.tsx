import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../../shared/ui/Menu.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { calledOf, mayDecideAbout, type Person } from './contract.ts';
import { useInvite } from './queries.ts';
import { TEAM } from './texts.ts';
import { useTeamReason } from './trouble.ts';

export type Undertaking = 'role' | 'removal';

interface PersonMenuProps {
  readonly person: Person;
  /** Of the text that says why some have no actions. */
  readonly reasonId: string;
  readonly onChoose: (undertaking: Undertaking) => void;
}

export function PersonMenu({ person, reasonId, onChoose }: PersonMenuProps): ReactNode {
  const text = useTexts(TEAM);
  const { id, role } = useMember();
  const sendAgain = useSendingAgain(person);
  const trigger = { kind: 'quiet', size: 'icon', icon: 'more', 'aria-label': text.actionsFor(calledOf(person)) } as const;
  if (!mayDecideAbout(role, person.role)) {
    return <Button {...trigger} aria-disabled aria-describedby={reasonId} title={text.onlyOwners} />;
  }
  const isInvited = person.status === 'invited';
  return (
    <Menu trigger={<Button {...trigger} />}>
      {isInvited ? <MenuItem icon="send" onSelect={sendAgain}>{text.again}</MenuItem> : null}
      <MenuItem icon="person" onSelect={() => { onChoose('role'); }}>{text.changeRole}</MenuItem>
      <MenuLine />
      <MenuItem icon={person.id === id ? 'leave' : 'trash'} danger onSelect={() => { onChoose('removal'); }}>
        {person.id === id ? text.leave : isInvited ? text.takeBack : text.remove}
      </MenuItem>
    </Menu>
  );
}

function useSendingAgain({ email, role }: Person): () => void {
  const text = useTexts(TEAM);
  const toast = useToast();
  const reason = useTeamReason('notInvited');
  const { mutate, isPending } = useInvite();
  return () => {
    if (isPending) return;
    mutate({ email, role }, {
      onSuccess: () => { toast({ tone: 'good', title: text.sentAgain(isolated(email)) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notSentAgain, detail: reason(failure) }); },
    });
  };
}
