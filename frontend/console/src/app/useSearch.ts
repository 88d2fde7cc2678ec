import { useCallback, useLayoutEffect, useState, type ComponentType } from 'react';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { useReason } from '../shared/ui/States.tsx';
import { useToast } from '../shared/ui/Toasts.tsx';
import type { CommandSearchProps } from './CommandSearch.tsx';

const TEXTS = texts({ en: { notLoaded: 'The search could not be loaded' }, he: { notLoaded: 'לא ניתן היה לטעון את החיפוש' } });

interface Search {
  /** Loaded when it is first wanted. */
  readonly Dialog: ComponentType<CommandSearchProps> | undefined;
  readonly open: () => void;
  readonly close: () => void;
}

/** Opened by whoever presses Ctrl or Cmd and K, but not over another dialog, in which something may be half done. */
export function useSearch(): Search {
  const { notLoaded } = useTexts(TEXTS);
  const toast = useToast();
  const reason = useReason();
  const [Dialog, setDialog] = useState<ComponentType<CommandSearchProps>>();

  async function load(): Promise<void> {
    try {
      const { CommandSearch } = await import('./CommandSearch.tsx');
      setDialog(() => CommandSearch);
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      toast({ tone: 'bad', title: notLoaded, detail: reason(failure) });
    }
  }

  // Who sees the room may press the keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // By its place too: on a Hebrew keyboard the key gives another letter.
      const isK = event.key.toLowerCase() === 'k' || event.code === 'KeyK';
      if (!isK || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) void load();
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  });

  return { Dialog, open: () => { void load(); }, close: useCallback(() => { setDialog(undefined); }, []) };
}
