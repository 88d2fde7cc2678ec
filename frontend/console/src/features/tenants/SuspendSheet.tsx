import type { ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { TextArea } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Profile } from '../../shared/tenant/profile.ts';
import { TENANT } from './detailTexts.ts';
import { useSuspend } from './queries.ts';

interface SuspendSheetProps {
  readonly profile: Profile;
  readonly onClose: () => void;
}

/** Asks before a tenant is suspended: what it means, and why it is done. */
export function SuspendSheet({ profile: { id, name }, onClose }: SuspendSheetProps): ReactNode {
  const text = useTexts(TENANT);
  const toast = useToast();
  const { mutateAsync } = useSuspend(id);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);

  async function suspend(form: FormData): Promise<void> {
    if (!(await sending.send(() => mutateAsync(field(form, 'reason').trim())))) return;
    toast({ tone: 'good', title: text.suspended(isolated(name)) });
    onClose();
  }

  return (
    <Sheet title={text.suspendTitle(isolated(name))} description={text.suspendDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.suspend} onSubmit={suspend}>
        <TextArea label={text.reason} hint={text.reasonHint} error={errorAt('/reason')} name="reason" dir="auto" rows={3} required autoFocus maxLength={500} />
      </DoorForm>
    </Sheet>
  );
}
