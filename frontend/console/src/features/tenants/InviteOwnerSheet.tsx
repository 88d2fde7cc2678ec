import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/api/problem.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { TENANT } from './detailTexts.ts';
import { useInviteOwner } from './queries.ts';
import { TENANTS } from './texts.ts';

interface InviteOwnerSheetProps {
  readonly tenantId: string;
  /** Who was asked before, if anybody was. */
  readonly asked: string | undefined;
  readonly onClose: () => void;
}

export function InviteOwnerSheet({ tenantId, asked, onClose }: InviteOwnerSheetProps): ReactNode {
  const text = useTexts(TENANT);
  const { ownerEmail } = useTexts(TENANTS);
  const toast = useToast();
  const { mutateAsync } = useInviteOwner(tenantId);
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }: Refusal) => (status === 409 ? text.ownerConflict : undefined));
  const errorAt = useErrorAt(sending);

  async function invite(form: FormData): Promise<void> {
    const email = field(form, 'email').trim();
    if (!(await sending.send(() => mutateAsync(email)))) return;
    toast({ tone: 'good', title: text.ownerInvited(isolated(email)) });
    onClose();
  }

  return (
    <Sheet title={text.ownerless.action} description={asked === undefined ? text.inviteDetail : text.inviteAgainDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.sendInvitation} onSubmit={invite}>
        <Input label={ownerEmail} error={errorAt('/email')} name="email" type="email" dir="ltr" autoComplete="off" required autoFocus maxLength={320} defaultValue={asked} />
      </DoorForm>
    </Sheet>
  );
}
