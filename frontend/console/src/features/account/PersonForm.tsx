import type { ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isLanguage, LANGUAGES } from '../../shared/locale/language.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Input, Select } from '../../shared/ui/Field.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { changeOf, languageOf, type Account } from './account.ts';
import { useChangeAccount } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

export function PersonForm({ account }: { readonly account: Account }): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const { choose } = useLocale();
  const toast = useToast();
  const { mutateAsync } = useChangeAccount();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);

  async function save(form: FormData): Promise<void> {
    const chosen = field(form, 'language');
    const language = isLanguage(chosen) ? chosen : languageOf(account);
    if (!(await sending.send(() => mutateAsync(changeOf(account, { name: field(form, 'name'), language }))))) return;
    choose(language);
    toast({ tone: 'good', title: ACCOUNT_TEXTS[language].saved });
  }

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
      <Input label={text.name} hint={text.nameHint} error={errorAt('/name')} name="name" defaultValue={account.name} dir="auto" autoComplete="name" required maxLength={120} />
      <Select label={text.language} hint={text.languageHint} error={errorAt('/locale')} name="language" defaultValue={languageOf(account)}>
        {LANGUAGES.map(({ value, label, lang }) => <option key={value} value={value} lang={lang}>{label}</option>)}
      </Select>
    </DoorForm>
  );
}
