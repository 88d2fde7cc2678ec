import type { ReactNode } from 'react';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { cx } from './cx.ts';

const TEXTS = texts({ en: 'Loading…', he: 'בטעינה…' });

const Bar = ({ className }: { readonly className: string }): ReactNode => (
  <div className={cx('animate-shimmer rounded-md bg-line', className)} />
);

/** Rows where rows will be. */
export function SkeletonRows({ rows = 5 }: { readonly rows?: number }): ReactNode {
  return (
    <div role="status">
      <span className="sr-only">{useTexts(TEXTS)}</span>
      <div aria-hidden="true" className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex items-center gap-4 px-5 py-4">
            <Bar className="size-9 rounded-lg" />
            <div className="flex-1 space-y-2">
              <Bar className={row % 2 === 0 ? 'h-3.5 w-2/5' : 'h-3.5 w-1/3'} />
              <Bar className="h-3 w-1/5" />
            </div>
            <Bar className="h-5 w-20 rounded-full" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function SkeletonText(): ReactNode {
  return (
    <div role="status" className="space-y-6">
      <span className="sr-only">{useTexts(TEXTS)}</span>
      {[0, 1, 2].map((block) => (
        <div key={block} aria-hidden="true" className="space-y-2.5">
          <Bar className="h-4 w-1/3" />
          <Bar className="h-3 w-full" />
          <Bar className="h-3 w-11/12" />
          <Bar className="h-3 w-3/5" />
        </div>
      ))}
    </div>
  );
}
