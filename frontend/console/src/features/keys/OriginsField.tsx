import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { TextArea } from '../../shared/ui/Field.tsx';
import { KEYS } from './texts.ts';

interface OriginsFieldProps {
  readonly initial?: readonly string[] | undefined;
  readonly error: string | undefined;
}

/** Part of a form as `origins`. */
export function OriginsField({ initial = [], error }: OriginsFieldProps): ReactNode {
  const text = useTexts(KEYS);
  return (
    <TextArea
      label={text.origins}
      hint={text.originsHint}
      error={error}
      name="origins"
      dir="ltr"
      rows={3}
      spellCheck={false}
      maxLength={13_500}
      placeholder="https://"
      defaultValue={initial.join('\n')}
    />
  );
}
