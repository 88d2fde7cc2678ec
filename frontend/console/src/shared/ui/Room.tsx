import { useEffect, useState, type ReactNode } from 'react';
import { NavigationType, useNavigationType } from 'react-router';

interface RoomProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its name, what may be done on it, and the rest. */
export function Room({ title, detail, back, actions, children }: RoomProps): ReactNode {
  useArrival();
  useEffect(() => {
    document.title = `${title} · CSAI`;
  }, [title]);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-6 pb-12 sm:px-8 sm:pt-9">
      {back}
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-[30px] leading-tight [overflow-wrap:anywhere] sm:text-[34px]"><bdi>{title}</bdi></h1>
          {detail === undefined ? null : <div className="mt-1 max-w-prose text-soft">{detail}</div>}
        </div>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/**
 * A page that was gone to begins at its top, and has the focus if what had it is gone. Where the browser's own buttons
 * lead, the browser knows what was seen last.
 */
function useArrival(): void {
  const kind = useNavigationType();
  const [isGoneTo] = useState(kind !== NavigationType.Pop);
  useEffect(() => {
    if (!isGoneTo) return;
    scrollTo(0, 0);
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [isGoneTo]);
}

export const Card = ({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }): ReactNode => (
  <section className={`overflow-hidden rounded-card border border-line bg-surface shadow-card ${className}`}>{children}</section>
);
