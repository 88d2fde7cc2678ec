import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { FORMS } from './formTexts.ts';
import { putBack, without } from './keyed.ts';

interface Removal<T> {
  /** The button that adds a row, which has the focus when no row is left to have it. */
  readonly add: RefObject<HTMLButtonElement | null>;
  /** @param said what is told of it */
  readonly remove: (event: MouseEvent<HTMLButtonElement>, rows: readonly T[], row: T, said: string) => void;
}

/**
 * Takes rows out of a list, each with a way to have it back. The focus goes to the row that follows.
 * @param edit changes the rows as they are by then
 */
export function useRemoval<T extends { readonly key: number }>(edit: (change: (rows: readonly T[]) => readonly T[]) => void): Removal<T> {
  const { undo } = useTexts(FORMS);
  const toast = useToast();
  const add = useRef<HTMLButtonElement>(null);
  const offers = useRef<(() => void)[]>([]);
  useEffect(() => {
    const made = offers.current;
    // With the form goes what could be put back into it.
    return () => { for (const withdraw of made) withdraw(); };
  }, []);
  function remove({ currentTarget }: MouseEvent<HTMLButtonElement>, rows: readonly T[], row: T, said: string): void {
    const item = currentTarget.closest('li');
    const list = item?.parentElement;
    const next = item?.nextElementSibling;
    const at = rows.indexOf(row);
    flushSync(() => { edit((now) => without(now, row.key)); });
    (fieldIn(next) ?? add.current)?.focus();
    const restore = (): void => {
      flushSync(() => { edit((now) => putBack(now, row, at)); });
      fieldIn(list?.children[at])?.focus();
    };
    offers.current.push(toast({ tone: 'good', title: said, action: { label: undo, onSelect: restore } }));
  }
  return { add, remove };
}

const fieldIn = (row: Element | null | undefined): HTMLElement | null | undefined => row?.querySelector<HTMLElement>('input, textarea');
