import { Toast } from 'radix-ui';
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { DIRECTION } from '../locale/language.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';

const TEXTS = texts({
  en: { region: 'Notifications ({hotkey})', close: 'Dismiss' },
  he: { region: 'הודעות ({hotkey})', close: 'סגירה' },
});
const LIFE = 6_000;
/** Where a page has a bar with its buttons at the end: above it on a phone, and before the buttons elsewhere. */
const BESIDE_BAR = '[body:has([data-bar])_&]:bottom-34 md:[body:has([data-bar])_&]:start-0 md:[body:has([data-bar])_&]:bottom-0 md:[body:has([data-bar])_&]:mx-auto';

interface Notice {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly detail?: string | undefined;
  /** What may still be done about it. */
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

/** Shows it, and gives a way to take it back before its time. */
type Show = (notice: Notice) => () => void;

const ToastContext = createContext<Show | undefined>(undefined);

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = useLocale();
  const text = useTexts(TEXTS);
  const [notices, setNotices] = useState<readonly (Notice & { readonly key: number })[]>([]);
  const next = useRef(1);
  const drop = useCallback((key: number) => {
    setNotices((shown) => shown.filter((notice) => notice.key !== key));
  }, []);
  const show = useCallback<Show>((notice) => {
    const key = next.current++;
    setNotices((shown) => [...shown.slice(-2), { ...notice, key }]);
    return () => { drop(key); };
  }, [drop]);
  return (
    <ToastContext value={show}>
      <Toast.Provider label={text.region} duration={LIFE} swipeDirection={DIRECTION[language] === 'rtl' ? 'left' : 'right'}>
        {children}
        {notices.map((notice) => (
          <Toast.Root
            key={notice.key}
            type={notice.tone === 'bad' ? 'foreground' : 'background'}
            onOpenChange={(open) => { if (!open) drop(notice.key); }}
            className="flex items-start gap-3 rounded-xl border border-line bg-surface p-4 shadow-float data-[state=open]:animate-rise"
          >
            <Icon
              name={notice.tone === 'good' ? 'check' : 'alert'}
              className={cx('mt-0.5', notice.tone === 'good' ? 'text-good' : 'text-danger')}
            />
            <div className="min-w-0 flex-1">
              <Toast.Title className="font-semibold [overflow-wrap:anywhere]">{notice.title}</Toast.Title>
              {notice.detail === undefined ? null : <Toast.Description className="text-sm text-soft">{notice.detail}</Toast.Description>}
            </div>
            {notice.action === undefined ? null : (
              <Toast.Action asChild altText={notice.action.label}>
                <Button size="small" onClick={notice.action.onSelect}>{notice.action.label}</Button>
              </Toast.Action>
            )}
            <Toast.Close asChild>
              <Button kind="quiet" size="icon" icon="close" aria-label={text.close} className="-m-1.5" />
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport className={cx('fixed end-0 bottom-16 z-60 flex w-full max-w-md flex-col gap-2 p-4 outline-none md:bottom-0', BESIDE_BAR)} />
      </Toast.Provider>
    </ToastContext>
  );
}

export function useToast(): Show {
  const show = use(ToastContext);
  if (show === undefined) throw new Error('no ToastProvider around this');
  return show;
}
