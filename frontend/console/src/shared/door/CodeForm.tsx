import type { ReactNode } from 'react';
import { Refusal } from '../api/problem.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Input } from '../ui/Field.tsx';
import { DoorForm, field } from './DoorForm.tsx';
import { DOOR } from './texts.ts';
import { useAlarm } from './trouble.ts';
import { useSending, type Sending } from './useSending.ts';

/** Whoever gave the first proof is asked for the second. */
export const isCodeWanted = (failure: Error | undefined): boolean => failure instanceof Refusal && failure.slug === 'second-factor-required';

/** As it is typed or pasted, without the blanks that make it easy to read. */
export const codeIn = (text: string): string => text.replace(/\s/g, '');

interface CodeFormProps {
  /** Sends the first proof once more, together with the code. */
  readonly enter: (code: string) => Promise<void>;
  /** What takes the place of the form when there is no point in another code. */
  readonly end?: (sending: Sending) => ReactNode;
}

/** The second step of signing in. The first proof stays good meanwhile. */
export function CodeForm({ enter, end }: CodeFormProps): ReactNode {
  const { second: text } = useTexts(DOOR);
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 401 || status === 400 ? text.wrong : undefined));
  const over = end?.(sending);
  if (over !== undefined && over !== null) return over;
  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.submit} onSubmit={(form) => sending.send(() => enter(codeIn(field(form, 'code'))))}>
      <Input label={text.code} hint={text.hint} name="code" dir="ltr" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required autoFocus maxLength={64} />
    </DoorForm>
  );
}
