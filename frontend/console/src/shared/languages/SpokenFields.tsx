import { useId, type ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { nameOf } from '../locale/languageName.ts';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { addLanguage, OFFERED, withoutLanguage, type Spoken } from './languages.ts';

const TEXTS = texts({
  en: {
    languages: 'Languages',
    hint: 'Those that are spoken with customers.',
    add: 'Add a language',
    choose: 'choose…',
    remove: (name: string) => `Remove ${name}`,
    other: 'If a customer’s language is not among them',
  },
  he: {
    languages: 'שפות',
    hint: 'אלה שבהן מדברים עם הלקוחות.',
    add: 'הוספת שפה',
    choose: 'לבחור…',
    remove: (name) => `הסרת ${name}`,
    other: 'אם השפה של הלקוח אינה ביניהן',
  },
});

interface SpokenFieldsProps {
  readonly spoken: Spoken;
  readonly errorAt: (pointer: string) => string | undefined;
  readonly errorIn: (pointer: string) => string | undefined;
  readonly onChange: (spoken: Spoken) => void;
}

/** Which languages a business speaks, and which of them when in doubt. */
export function SpokenFields(props: SpokenFieldsProps): ReactNode {
  const { spoken, errorAt, onChange } = props;
  const text = useTexts(TEXTS);
  const { language } = useLocale();
  return (
    <>
      <Languages {...props} />
      <Select label={text.other} error={errorAt('/defaultLocale')} value={spoken.defaultLocale} onChange={({ target }) => { onChange({ ...spoken, defaultLocale: target.value }); }}>
        {spoken.languages.map((tag) => <option key={tag} value={tag}>{nameOf(tag, language)}</option>)}
      </Select>
    </>
  );
}

function Languages({ spoken, errorIn, onChange }: SpokenFieldsProps): ReactNode {
  const text = useTexts(TEXTS);
  const { language } = useLocale();
  const id = useId();
  const error = errorIn('/languages');
  const left = OFFERED.filter((tag) => !spoken.languages.includes(tag));
  return (
    <div role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-note`}>
      <p id={`${id}-title`} className="mb-1.5 text-sm font-semibold">{text.languages}</p>
      <ul className="mb-2 flex flex-wrap gap-2">
        {spoken.languages.map((tag) => (
          <li key={tag} className="flex items-center gap-1 rounded-full border border-line bg-sunken ps-3 text-[15px]">
            {nameOf(tag, language)}
            <Button
              kind="quiet"
              size="icon"
              icon="close"
              className="size-8 rounded-full"
              disabled={spoken.languages.length === 1}
              aria-label={text.remove(nameOf(tag, language))}
              onClick={() => { onChange(withoutLanguage(spoken, tag)); }}
            />
          </li>
        ))}
      </ul>
      <p id={`${id}-note`} className={`mb-3 text-sm ${error === undefined ? 'text-soft' : 'text-danger'}`}>{error ?? text.hint}</p>
      <Select label={text.add} value="" onChange={({ target }) => { onChange(addLanguage(spoken, target.value)); }}>
        <option value="" disabled>{text.choose}</option>
        {left.map((tag) => <option key={tag} value={tag}>{nameOf(tag, language)}</option>)}
      </Select>
    </div>
  );
}
