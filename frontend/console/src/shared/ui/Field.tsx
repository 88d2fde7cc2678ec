import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { cx } from './cx.ts';

export const inputClass =
  'rounded-[10px] border border-edge bg-surface px-3 text-ink aria-invalid:border-danger disabled:bg-sunken disabled:text-soft';

/** As what is in it; an empty field reads as the page does. */
const directionOf = (value: unknown): 'auto' | undefined => (value === '' ? undefined : 'auto');

interface FrameProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: string | undefined;
  readonly className?: string | undefined;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

function Frame({ label, hint, error, optional, className, children }: FrameProps & { readonly children: (wiring: Wiring) => ReactNode }): ReactNode {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        {label}
        {optional === undefined ? null : <span className="font-normal text-soft"> · {optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': note === undefined ? undefined : `${id}-note` })}
      {note === undefined ? null : (
        <p id={`${id}-note`} className={cx('mt-1.5 text-sm', error === undefined ? 'text-soft' : 'text-danger')}>{note}</p>
      )}
    </div>
  );
}

type InputProps = FrameProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { readonly ref?: Ref<HTMLInputElement> };

export const Input = ({ label, hint, error, optional, className, ...rest }: InputProps): ReactNode => (
  <Frame {...{ label, hint, error, optional, className }}>
    {(wiring) => <input dir={directionOf(rest.value)} {...rest} {...wiring} className={cx(inputClass, 'h-10 w-full')} />}
  </Frame>
);

type TextAreaProps = FrameProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>;

export const TextArea = ({ label, hint, error, optional, className, ...rest }: TextAreaProps): ReactNode => (
  <Frame {...{ label, hint, error, optional, className }}>
    {(wiring) => <textarea dir={directionOf(rest.value)} {...rest} {...wiring} className={cx(inputClass, 'block w-full py-2 leading-relaxed')} />}
  </Frame>
);

type SelectProps = FrameProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'>;

export const Select = ({ label, hint, error, optional, className, children, ...rest }: SelectProps): ReactNode => (
  <Frame {...{ label, hint, error, optional, className }}>
    {(wiring) => <select {...rest} {...wiring} className={cx(inputClass, 'h-10 w-full')}>{children}</select>}
  </Frame>
);

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> & {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
};

export function Checkbox({ label, hint, ...rest }: CheckboxProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input {...rest} type="checkbox" id={id} aria-describedby={hint === undefined ? undefined : `${id}-note`} className="mt-1 size-4 shrink-0 accent-accent" />
      <div className="min-w-0">
        <label htmlFor={id} className="block">{label}</label>
        {hint === undefined ? null : <p id={`${id}-note`} className="text-sm text-soft">{hint}</p>}
      </div>
    </div>
  );
}
