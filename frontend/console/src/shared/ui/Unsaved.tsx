import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';
import { guardLeaving } from '../leaving.ts';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Confirm } from './Overlay.tsx';

const TEXTS = texts({
  en: { leave: 'Leave without saving?', leaveDetail: 'What you have changed on this page will be lost.', leaveAction: 'Leave' },
  he: { leave: 'לצאת בלי לשמור?', leaveDetail: 'מה ששינית בדף הזה יאבד.', leaveAction: 'יציאה' },
});

/** How the question is put where other words fit better. */
export interface LeaveWords {
  readonly leave: string;
  readonly leaveDetail: string;
  readonly leaveAction: string;
}

interface QuestionProps {
  readonly words?: LeaveWords | undefined;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

export function LeaveQuestion({ words, onLeave, onStay }: QuestionProps): ReactNode {
  const usual = useTexts(TEXTS);
  const { leave, leaveDetail, leaveAction } = words ?? usual;
  return <Confirm title={leave} detail={leaveDetail} action={leaveAction} isOpenToAll onConfirm={onLeave} onClose={onStay} />;
}

interface UnsavedProps {
  readonly isChanged: boolean;
  readonly words?: LeaveWords;
}

/**
 * Asks before a page with unsaved changes is left: by a link, by the browser's own buttons, by closing it, or by
 * `leaveBy`. Whoever navigates by code has asked already.
 */
export function Unsaved({ isChanged, words }: UnsavedProps): ReactNode {
  const [leave, setLeave] = useState<() => void>();
  const navigate = useNavigate();
  const base = useHref('/');
  const isLeaving = useRef(false);

  // What is seen to be saved is asked about no more.
  useLayoutEffect(() => {
    if (!isChanged) return undefined;
    const { href } = location;
    const state: unknown = history.state;
    const ask = (go: () => void): void => {
      setLeave(() => () => {
        isLeaving.current = true;
        go();
      });
    };
    const onClick = (event: MouseEvent): void => {
      const path = pathOf(event, base);
      if (path === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(() => { void navigate(path); });
    };
    const onPop = (event: PopStateEvent): void => {
      if (isLeaving.current) return;
      // The browser has gone already: back here, before the router hears of it.
      event.stopImmediatePropagation();
      history.pushState(state, '', href);
      ask(() => { history.back(); });
    };
    const onUnload = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    document.addEventListener('click', onClick, { capture: true });
    const unguard = guardLeaving({ onPop, ask });
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      unguard();
      removeEventListener('beforeunload', onUnload);
    };
  }, [isChanged, base, navigate]);

  return leave === undefined ? null : <LeaveQuestion words={words} onLeave={leave} onStay={() => { setLeave(undefined); }} />;
}

/** Where a click leads inside the console, unless it opens another window or leads nowhere else. */
function pathOf(event: MouseEvent, base: string): string | undefined {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!isPlain || link === null || link.target !== '' || link.origin !== location.origin) return undefined;
  if (link.pathname === location.pathname || !link.pathname.startsWith(base)) return undefined;
  return link.pathname.slice(base.length) + link.search + link.hash;
}
