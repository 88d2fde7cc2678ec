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

/** As a query of pages has it. */
interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<{ readonly error: Error | null }>;
}

/** Asks for the next page, and says so if it does not come. */
export function useMore({ fetchNextPage }: Pick<Pages, 'fetchNextPage'>): () => void {
  const text = useTexts(TEXTS);
  const toast = useToast();
  const reason = useReason();
  async function ask(): Promise<void> {
    const { error } = await fetchNextPage();
    if (error !== null) toast({ tone: 'bad', title: text.notLoaded, detail: reason(error) });
  }
  return () => { void ask(); };
}

/** What is shown already stays when asking for more of it fails. */
export function More({ of }: { readonly of: Pages }): ReactNode {
  const text = useTexts(TEXTS);
  const more = useMore(of);
  if (!of.hasNextPage) return null;
  return (
    <div className="flex justify-center border-t border-line p-3">
      <Button kind="quiet" busy={of.isFetchingNextPage} onClick={more}>{text.more}</Button>
    </div>
  );
}
