import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'calm';

const TONES: Readonly<Record<Tone, string>> = {
  good: 'bg-good-wash text-good',
  bad: 'bg-danger-wash text-danger',
  warn: 'bg-warn-wash text-warn',
  busy: 'bg-accent-wash text-accent',
  calm: 'bg-sunken text-soft',
};

export const Badge = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode => (
  <span className={cx('inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[13px] font-semibold whitespace-nowrap', TONES[tone])}>
    <span aria-hidden="true" className={cx('size-1.5 rounded-full bg-current', tone === 'busy' && 'animate-pulse')} />
    {children}
  </span>
);
