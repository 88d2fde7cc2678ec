import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isLanguage, LANGUAGES } from '../../shared/locale/language.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Input, Select } from '../../shared/ui/Field.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { changeOf, toDraft, type Account, type AccountDraft } from './account.ts';
import { useChangeAccount } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

export function PersonForm({ account }: { readonly account: Account }): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const { language, choose } = useLocale();
  const toast = useToast();
  const { mutateAsync } = useChangeAccount();
  const [draft, setDraft] = useState(() => toDraft(account));
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const wish = changeOf(account, draft);
  const change = (part: Partial<AccountDraft>): void => { setDraft((before) => ({ ...before, ...part })); };

  async function save(): Promise<void> {
    if (!(await sending.send(async () => { setDraft(toDraft(await mutateAsync(wish))); }))) return;
    // Whoever has chosen another in the menu goes on with it, unless they chose one here.
    if (wish.locale !== undefined) choose(wish.locale);
    toast({ tone: 'good', title: ACCOUNT_TEXTS[wish.locale ?? language].saved });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
      <Input
        label={text.name}
        hint={text.nameHint}
        error={errorAt('/name')}
        name="name"
        value={draft.name}
        dir="auto"
        autoComplete="name"
        required
        maxLength={120}
        onChange={({ target }) => { change({ name: target.value }); }}
      />
      <Select
        label={text.language}
        hint={text.languageHint}
        error={errorAt('/locale')}
        name="language"
        value={draft.language}
        onChange={({ target }) => { if (isLanguage(target.value)) change({ language: target.value }); }}
      >
        {LANGUAGES.map(({ value, label, lang }) => <option key={value} value={value} lang={lang}>{label}</option>)}
      </Select>
      <Unsaved isChanged={Object.keys(wish).length > 0} />
    </DoorForm>
  );
}
