import type { ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Button } from './Button.tsx';
import { useReason } from './States.tsx';
import { useToast } from './Toasts.tsx';

const TEXTS = texts({
  en: { more: 'Show more', notLoaded: 'No more could be loaded' },
  he: { more: 'להציג עוד', notLoaded: 'לא ניתן היה לטעון עוד' },
});

interface MoreProps {
  /** As a query of pages has it. */
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<{ readonly error: Error | null }>;
  };
}

/** What is shown already stays when asking for more of it fails. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreProps): ReactNode {
  const text = useTexts(TEXTS);
  const toast = useToast();
  const reason = useReason();
  if (!hasNextPage) return null;
  async function ask(): Promise<void> {
    const { error } = await fetchNextPage();
    if (error !== null) toast({ tone: 'bad', title: text.notLoaded, detail: reason(error) });
  }
  return (
    <div className="flex justify-center border-t border-line p-3">
      <Button kind="quiet" busy={isFetchingNextPage} onClick={() => { void ask(); }}>{text.more}</Button>
    </div>
  );
}
