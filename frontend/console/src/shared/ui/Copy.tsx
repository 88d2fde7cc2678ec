import { useId, useState, type ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Button } from './Button.tsx';
import { useToast } from './Toasts.tsx';

const TEXTS = texts({
  en: { copy: 'Copy', copied: 'Copied', failed: 'Not copied', failedDetail: 'The browser does not allow it. Select the text and copy it by hand.' },
  he: { copy: 'העתקה', copied: 'הועתק', failed: 'לא הועתק', failedDetail: 'הדפדפן אינו מרשה. אפשר לסמן את הטקסט ולהעתיק אותו ידנית.' },
});

interface CopyButtonProps {
  readonly text: string;
  /** Names what is copied to whoever does not see where the button stands. */
  readonly what: string;
  readonly onCopied?: (() => void) | undefined;
}

export function CopyButton({ text: content, what, onCopied }: CopyButtonProps): ReactNode {
  const text = useTexts(TEXTS);
  const toast = useToast();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === content;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      // Whatever the browser's reason: the text can be selected.
      toast({ tone: 'bad', title: text.failed, detail: text.failedDetail });
      return;
    }
    setCopied(content);
    onCopied?.();
  }

  return (
    <>
      <Button size="small" icon={isCopied ? 'check' : 'copy'} aria-label={`${isCopied ? text.copied : text.copy}: ${what}`} onClick={() => { void copy(); }}>
        {isCopied ? text.copied : text.copy}
      </Button>
      <span role="status" className="sr-only">{isCopied ? text.copied : null}</span>
    </>
  );
}

interface CopyableProps {
  readonly label: string;
  readonly text: string;
  readonly onCopied?: () => void;
}

/** A text for machines, whole, with a button that copies it. */
export function Copyable({ label, text, onCopied }: CopyableProps): ReactNode {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1.5 text-sm font-semibold">{label}</p>
      <div className="flex items-start gap-2 rounded-[10px] border border-line bg-sunken py-1.5 ps-3 pe-1.5">
        <code dir="ltr" className="min-w-0 flex-1 py-1 text-left font-mono text-[13px] leading-6 whitespace-pre-wrap select-all [overflow-wrap:anywhere]">{text}</code>
        <CopyButton text={text} what={label} onCopied={onCopied} />
      </div>
    </div>
  );
}
