import { useState, type ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import type { Spoken } from '../../shared/languages/languages.ts';
import { SpokenFields } from '../../shared/languages/SpokenFields.tsx';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { ListedTenant } from './contract.ts';
import { useFound } from './queries.ts';
import { TENANTS } from './texts.ts';

const USUAL: Spoken = { languages: ['en', 'he'], defaultLocale: 'en' };

interface NewTenantSheetProps {
  readonly onMade: (tenant: ListedTenant) => void;
  readonly onClose: () => void;
}

export function NewTenantSheet({ onMade, onClose }: NewTenantSheetProps): ReactNode {
  const text = useTexts(TENANTS);
  const toast = useToast();
  const { mutateAsync } = useFound();
  const [spoken, setSpoken] = useState(USUAL);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const errorIn = useErrorIn(sending);

  async function found(form: FormData): Promise<void> {
    const industry = field(form, 'industry').trim();
    const wish = { companyName: field(form, 'companyName'), ownerEmail: field(form, 'ownerEmail'), ...spoken, ...(industry === '' ? {} : { industry }) };
    await sending.send(async () => {
      const tenant = await mutateAsync(wish);
      toast({ tone: 'good', title: text.created(isolated(tenant.name)) });
      onMade(tenant);
    });
  }

  return (
    <Sheet title={text.create} description={text.createDetail} onClose={onClose}>
      <DoorForm sending={sending} alarm={alarm} submit={text.createIt} onSubmit={found}>
        <Input label={text.name} error={errorAt('/companyName')} name="companyName" dir="auto" autoComplete="off" required autoFocus maxLength={120} />
        <Input label={text.ownerEmail} error={errorAt('/ownerEmail')} name="ownerEmail" type="email" dir="ltr" autoComplete="off" required maxLength={320} />
        <Input label={text.industry} optional={text.optional} error={errorAt('/industry')} name="industry" dir="auto" autoComplete="off" maxLength={120} />
        <SpokenFields spoken={spoken} errorAt={errorAt} errorIn={errorIn} onChange={setSpoken} />
      </DoorForm>
    </Sheet>
  );
}
