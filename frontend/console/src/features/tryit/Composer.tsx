import { useRef, type ReactNode, type SubmitEvent } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { inputClass } from '../../shared/ui/Field.tsx';
import { LIMITS } from './contract.ts';
import { TRY_IT } from './texts.ts';

interface ComposerProps {
  readonly busy: boolean;
  readonly onAsk: (question: string) => void;
}

/** Enter asks, Shift and Enter begins a line, and the keys of an input method are left alone. */
export function Composer({ busy, onAsk }: ComposerProps): ReactNode {
  const text = useTexts(TRY_IT);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const question = field.current?.value.trim() ?? '';
    if (question === '' || busy) return;
    onAsk(question);
    event.currentTarget.reset();
    field.current?.focus();
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2 p-3 sm:p-4">
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        aria-label={text.question}
        placeholder={text.placeholder}
        maxLength={LIMITS.text}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={cx(inputClass, 'block min-w-0 max-h-48 field-sizing-content min-h-11 flex-1 resize-none py-2.5')}
      />
      <Button type="submit" kind="primary" busy={busy} icon="send" className="h-11">{text.ask}</Button>
    </form>
  );
}
