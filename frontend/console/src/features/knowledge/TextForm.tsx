import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Input, TextArea } from '../../shared/ui/Field.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { LIMITS, type TypedText } from './contract.ts';
import { Editor } from './Editor.tsx';
import { FORMS } from './formTexts.ts';

export default function TextForm(): ReactNode {
  const text = useTexts(FORMS);
  const formats = useFormats();
  return (
    <Editor<'text', TypedText>
      kind="text"
      title={(isNew) => (isNew ? text.text.create : text.text.change)}
      detail={text.text.detail}
      toDraft={(written) => ({ title: written?.title ?? '', text: written?.text ?? '' })}
      toWritten={(draft) => draft}
      fields={(draft, change, errorOf) => (
        <Card className="space-y-5 p-5 sm:p-6">
          <Input
            label={text.title}
            hint={text.titleHint}
            error={errorOf('/title')}
            value={draft.title}
            required
            maxLength={LIMITS.title}
            onChange={({ target }) => { change({ title: target.value }); }}
          />
          <TextArea
            label={text.text.text}
            hint={text.text.length(formats.number(draft.text.length), formats.number(LIMITS.text))}
            error={errorOf('/text')}
            value={draft.text}
            required
            rows={16}
            maxLength={LIMITS.text}
            onChange={({ target }) => { change({ text: target.value }); }}
          />
        </Card>
      )}
    />
  );
}
