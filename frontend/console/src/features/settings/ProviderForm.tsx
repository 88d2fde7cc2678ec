import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { ROLE_NAMES } from '../../shared/member/roles.ts';
import { Checkbox, Input, Select, TextArea } from '../../shared/ui/Field.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { PROVIDED_ROLES, type Provider } from './contract.ts';
import { isSame, toProviderChange, toProviderDraft, type ProviderDraft } from './providerDraft.ts';
import { useChangeProvider } from './queries.ts';
import { SETTINGS } from './texts.ts';

interface FieldsProps {
  readonly draft: ProviderDraft;
  readonly errorAt: ReturnType<typeof useErrorAt>;
  readonly change: (part: Partial<ProviderDraft>) => void;
}

export function ProviderForm({ provider }: { readonly provider: Provider | null }): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const toast = useToast();
  const { mutateAsync } = useChangeProvider();
  const [draft, setDraft] = useState(() => toProviderDraft(provider));
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 409 ? text.conflict : undefined));
  const errorAt = useErrorAt(sending);
  const errorIn = useErrorIn(sending);
  const change = (part: Partial<ProviderDraft>): void => { setDraft((before) => ({ ...before, ...part })); };

  async function save(): Promise<void> {
    if (!(await sending.send(async () => { setDraft(toProviderDraft(await mutateAsync(toProviderChange(draft)))); }))) return;
    toast({ tone: 'good', title: text.saved });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
      <ClientFields {...{ draft, errorAt, change }} isNew={provider === null} />
      <RoleField {...{ draft, errorAt, change }} />
      <TextArea
        label={text.domains}
        hint={text.domainsHint}
        error={errorIn('/domains', { malformed: text.badDomain })}
        dir="ltr"
        rows={2}
        spellCheck={false}
        maxLength={10_000}
        value={draft.domains}
        onChange={({ target }) => { change({ domains: target.value }); }}
      />
      <Checkbox label={text.trustsEmail} hint={text.trustsEmailHint} checked={draft.trustsEmail} onChange={({ target }) => { change({ trustsEmail: target.checked }); }} />
      <Checkbox label={text.enabled} checked={draft.enabled} onChange={({ target }) => { change({ enabled: target.checked }); }} />
      <Unsaved isChanged={!isSame(draft, toProviderDraft(provider))} />
    </DoorForm>
  );
}

function ClientFields({ draft, errorAt, change, isNew }: FieldsProps & { readonly isNew: boolean }): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const bound = (name: 'issuer' | 'clientId' | 'clientSecret') => ({
    label: text[name],
    error: errorAt(`/${name}`, isNew || name !== 'clientSecret' ? {} : { required: text.secretNeeded }),
    dir: 'ltr',
    autoComplete: 'off',
    value: draft[name],
    onChange: ({ target }: { readonly target: HTMLInputElement }): void => { change({ [name]: target.value }); },
  });
  return (
    <>
      <Input {...bound('issuer')} hint={text.issuerHint} type="url" required maxLength={500} />
      <Input {...bound('clientId')} required maxLength={200} />
      <Input {...bound('clientSecret')} hint={isNew ? text.secretNew : text.secretKept} type="password" autoComplete="new-password" required={isNew} maxLength={1_000} />
    </>
  );
}

function RoleField({ draft, errorAt, change }: FieldsProps): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const names = useTexts(ROLE_NAMES);
  return (
    <Select
      label={text.role}
      error={errorAt('/defaultRole')}
      value={draft.defaultRole}
      onChange={({ target }) => { change({ defaultRole: PROVIDED_ROLES.find((role) => role === target.value) ?? draft.defaultRole }); }}
    >
      {PROVIDED_ROLES.map((role) => <option key={role} value={role}>{names[role]}</option>)}
    </Select>
  );
}
