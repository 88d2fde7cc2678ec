import type { ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { ROLE_NAMES } from '../../shared/member/roles.ts';
import { useMember, useSession } from '../../shared/session/SessionContext.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { calledOf, type Person } from './contract.ts';
import { useChangeRole } from './queries.ts';
import { roleIn } from './roleIn.ts';
import { RoleFields } from './RoleFields.tsx';
import { TEAM } from './texts.ts';
import { useTeamWords } from './trouble.ts';

interface RoleSheetProps {
  readonly person: Person;
  readonly onClose: () => void;
}

export function RoleSheet({ person, onClose }: RoleSheetProps): ReactNode {
  const text = useTexts(TEAM);
  const roleNames = useTexts(ROLE_NAMES);
  const toast = useToast();
  const session = useSession();
  const member = useMember();
  const change = useChangeRole(person);
  const sending = useSending();
  const alarm = useAlarm(sending, useTeamWords('lastOwner'));
  const errorAt = useErrorAt(sending);
  const called = isolated(calledOf(person));

  async function save(form: FormData): Promise<void> {
    const role = roleIn(form);
    if (!(await sending.send(() => change.mutateAsync(role)))) return;
    toast({ tone: 'good', title: text.changed(called, roleNames[role]) });
    onClose();
    if (person.id === member.id) await session.catchUp();
  }

  return (
    <Sheet title={text.changeRoleOf(called)} description={text.changeRoleDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
        <RoleFields initial={person.role} error={errorAt('/role', { unknown: text.problems.unknownRole })} />
      </DoorForm>
    </Sheet>
  );
}
