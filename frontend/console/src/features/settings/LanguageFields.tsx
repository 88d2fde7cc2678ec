import type { ReactNode } from 'react';
import { nameOf } from '../../shared/languages/languages.ts';
import { SpokenFields } from '../../shared/languages/SpokenFields.tsx';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { TextArea } from '../../shared/ui/Field.tsx';
import type { FieldsProps } from './ProfileForm.tsx';
import { SETTINGS } from './texts.ts';

/** Which languages, which of them when in doubt, and the first words in each. */
export function LanguageFields(props: FieldsProps): ReactNode {
  const { draft, errorAt, errorIn, change } = props;
  return (
    <>
      <SpokenFields spoken={draft} errorAt={errorAt} errorIn={errorIn} onChange={({ languages, defaultLocale }) => { change({ languages, defaultLocale }); }} />
      {draft.languages.map((tag) => <Greeting key={tag} {...props} tag={tag} />)}
    </>
  );
}

function Greeting({ draft, errorAt, change, tag }: FieldsProps & { readonly tag: string }): ReactNode {
  const text = useTexts(SETTINGS);
  const { language } = useLocale();
  const { greetings } = draft;
  return (
    <TextArea
      label={text.greeting(nameOf(tag, language))}
      hint={text.greetingHint}
      optional={text.optional}
      error={errorAt(`/greetings/${tag}`)}
      lang={tag}
      rows={2}
      maxLength={500}
      value={greetings[tag] ?? ''}
      onChange={({ target }) => { change({ greetings: { ...greetings, [tag]: target.value } }); }}
    />
  );
}
