import { useId, type ReactNode } from 'react';
import { nameOf } from '../../shared/locale/languageName.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Select } from '../../shared/ui/Field.tsx';
import { OFFERED } from './languages.ts';
import { addLanguage, withoutLanguage } from './profileDraft.ts';
import type { FieldsProps } from './ProfileForm.tsx';
import { SETTINGS } from './texts.ts';

/** Which languages, and which of them when in doubt. */
export function LanguageFields(props: FieldsProps): ReactNode {
  const { draft, errorAt, change } = props;
  const text = useTexts(SETTINGS);
  const { language } = useLocale();
  return (
    <>
      <Languages {...props} />
      <Select label={text.defaultLanguage} error={errorAt('/defaultLocale')} value={draft.defaultLocale} onChange={({ target }) => { change({ defaultLocale: target.value }); }}>
        {draft.languages.map((tag) => <option key={tag} value={tag}>{nameOf(tag, language)}</option>)}
      </Select>
    </>
  );
}

function Languages({ draft, errorIn, change }: FieldsProps): ReactNode {
  const text = useTexts(SETTINGS);
  const { language } = useLocale();
  const id = useId();
  const error = errorIn('/languages');
  const left = OFFERED.filter((tag) => !draft.languages.includes(tag));
  return (
    <div role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-note`}>
      <p id={`${id}-title`} className="mb-1.5 text-sm font-semibold">{text.languages}</p>
      <ul className="mb-2 flex flex-wrap gap-2">
        {draft.languages.map((tag) => (
          <li key={tag} className="flex items-center gap-1 rounded-full border border-line bg-sunken ps-3 text-[15px]">
            {nameOf(tag, language)}
            <Button
              kind="quiet"
              size="icon"
              icon="close"
              className="size-8 rounded-full"
              disabled={draft.languages.length === 1}
              aria-label={text.removeLanguage(nameOf(tag, language))}
              onClick={() => { change(withoutLanguage(draft, tag)); }}
            />
          </li>
        ))}
      </ul>
      <p id={`${id}-note`} className={`mb-3 text-sm ${error === undefined ? 'text-soft' : 'text-danger'}`}>{error ?? text.languagesHint}</p>
      <Select label={text.addLanguage} value="" onChange={({ target }) => { change(addLanguage(draft, target.value)); }}>
        <option value="" disabled>{text.choose}</option>
        {left.map((tag) => <option key={tag} value={tag}>{nameOf(tag, language)}</option>)}
      </Select>
    </div>
  );
}
