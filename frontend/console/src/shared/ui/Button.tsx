import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'normal' | 'small' | 'icon';

const KINDS: Readonly<Record<Kind, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-deep',
  secondary: 'border border-line bg-surface text-ink shadow-card hover:bg-hover',
  quiet: 'text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-deep',
};
const SIZES: Readonly<Record<Size, string>> = {
  normal: 'h-10 px-4 text-[15px]',
  small: 'h-8 px-3 text-sm',
  icon: 'size-9',
};

export const buttonClass = (kind: Kind = 'secondary', size: Size = 'normal'): string =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-[10px] font-semibold whitespace-nowrap transition-colors',
    'disabled:opacity-60 aria-disabled:opacity-60',
    KINDS[kind],
    SIZES[size],
  );

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: Kind;
  readonly size?: Size;
  readonly icon?: IconName;
  /** Work is under way; the button keeps its place and the focus, and does nothing. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind, size, icon, busy = false, className, children, onClick, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => { event.preventDefault(); } : onClick}
      className={cx(buttonClass(kind, size), className)}
    >
      {busy ? <Spinner /> : icon === undefined ? null : <Icon name={icon} className="size-4.5" />}
      {children}
    </button>
  );
}

export const Spinner = (): ReactNode => (
  <span aria-hidden="true" className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent" />
);
