import { useId, type ReactNode } from 'react';
import { cx } from '../../shared/ui/cx.ts';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  /** A change is under way. */
  readonly busy: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, isOn, busy, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4 py-3">
      <span id={id} className="min-w-0">{label}</span>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-disabled={busy}
        onClick={() => { if (!busy) onChange(!isOn); }}
        className={cx('flex h-7 w-12 shrink-0 items-center rounded-full border p-0.5 transition-colors duration-200', isOn ? 'justify-end border-accent bg-accent' : 'justify-start border-edge bg-sunken')}
      >
        <span aria-hidden="true" className={cx('size-5 rounded-full', isOn ? 'bg-on-accent' : 'bg-soft')} />
      </button>
    </div>
  );
}
