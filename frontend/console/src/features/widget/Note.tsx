import type { ReactNode } from 'react';
import { cx } from '../../shared/ui/cx.ts';
import { Icon, type IconName } from '../../shared/ui/icons.tsx';
import type { Severity } from './contract.ts';

const LOOKS: Readonly<Record<Severity, { readonly icon: IconName; readonly colors: string }>> = {
  ok: { icon: 'check', colors: 'text-good' },
  info: { icon: 'clock', colors: 'bg-sunken text-soft' },
  warning: { icon: 'alert', colors: 'bg-warn-wash text-warn' },
  error: { icon: 'alert', colors: 'bg-danger-wash text-danger' },
};

/** A sentence and how much it matters. */
export const Note = ({ severity, children }: { readonly severity: Severity; readonly children: ReactNode }): ReactNode => (
  <div className={cx('flex gap-3 rounded-[10px] px-3 py-2 text-[15px]', LOOKS[severity].colors)}>
    <Icon name={LOOKS[severity].icon} className="mt-0.5" />
    <div className="min-w-0">{children}</div>
  </div>
);
