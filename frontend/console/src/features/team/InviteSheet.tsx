import type { ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { useInvite } from './queries.ts';
import { roleIn } from './roleIn.ts';
import { RoleFields } from './RoleFields.tsx';
import { TEAM } from './texts.ts';
import { useTeamWords } from './trouble.ts';

export function InviteSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(TEAM);
  const { email } = useTexts(DOOR);
  const toast = useToast();
  const invite = useInvite();
  const sending = useSending();
  const alarm = useAlarm(sending, useTeamWords('notInvited'));
  const errorAt = useErrorAt(sending);

  async function send(form: FormData): Promise<void> {
    const address = field(form, 'email').trim();
    if (!(await sending.send(() => invite.mutateAsync({ email: address, role: roleIn(form) })))) return;
    toast({ tone: 'good', title: text.invited(isolated(address)) });
    onClose();
  }

  return (
    <Sheet title={text.inviteTitle} description={text.inviteDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.sendInvitation} onSubmit={send}>
        <Input label={email} error={errorAt('/email')} name="email" type="email" dir="ltr" autoComplete="off" required autoFocus maxLength={320} />
        <RoleFields initial="agent" error={errorAt('/role', { unknown: text.problems.unknownRole })} />
      </DoorForm>
    </Sheet>
  );
}
