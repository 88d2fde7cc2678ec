import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface FoundProps {
  /** As a query has it that keeps what it found before. */
  readonly of: { readonly isPlaceholderData: boolean };
  readonly className?: string;
  readonly children: ReactNode;
}

/** What was found. As long as it answers what was asked before, it is dimmed and said to be busy. */
export const Found = ({ of: { isPlaceholderData }, className, children }: FoundProps): ReactNode => (
  <div aria-busy={isPlaceholderData} className={cx('transition-opacity', isPlaceholderData && 'opacity-50', className)}>{children}</div>
);
