import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { inputClass } from './Field.tsx';
import { Icon } from './icons.tsx';

interface SearchProps {
  readonly label: string;
  readonly query: string;
  readonly onChange: (query: string) => void;
}

export function Search({ label, query, onChange }: SearchProps): ReactNode {
  const id = useId();
  return (
    <div className={cx(inputClass, 'flex h-9.5 w-full items-center gap-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent sm:w-72')}>
      <label htmlFor={id} className="sr-only">{label}</label>
      <Icon name="search" className="size-4.5 text-soft" />
      <input
        id={id}
        type="search"
        dir={query === '' ? undefined : 'auto'}
        data-quiet-focus
        value={query}
        placeholder={label}
        maxLength={200}
        onChange={(event) => { onChange(event.target.value); }}
        className="min-w-0 flex-1 self-stretch bg-transparent text-[15px]"
      />
    </div>
  );
}
