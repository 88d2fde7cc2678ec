import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input, TextArea } from '../../shared/ui/Field.tsx';
import type { Wording } from './contract.ts';
import { TOOLS } from './texts.ts';

interface WordingFieldsProps {
  readonly language: 'en' | 'he';
  readonly legend: string;
  readonly wording: Wording;
  readonly errorAt: (pointer: string) => string | undefined;
}

/** Parts of a form as `title-en`, `summary-en` and so on. */
export function WordingFields({ language, legend, wording, errorAt }: WordingFieldsProps): ReactNode {
  const text = useTexts(TOOLS);
  const shared = { dir: language === 'he' ? 'rtl' : 'ltr', lang: language, required: true } as const;
  return (
    <fieldset className="space-y-3 rounded-[10px] border border-line p-4">
      <legend className="px-1 text-sm font-semibold">{legend}</legend>
      <Input {...shared} label={text.toolTitle} error={errorAt(`/${language}/title`)} name={`title-${language}`} defaultValue={wording.title} autoComplete="off" maxLength={80} />
      <TextArea {...shared} label={text.summary} error={errorAt(`/${language}/summary`)} name={`summary-${language}`} rows={2} defaultValue={wording.summary} maxLength={400} />
    </fieldset>
  );
}
