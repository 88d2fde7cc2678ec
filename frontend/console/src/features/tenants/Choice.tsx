import { useId, type ReactNode } from 'react';
import { cx } from '../../shared/ui/cx.ts';
import { inputClass } from '../../shared/ui/Field.tsx';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  readonly onChoose: (option: T) => void;
}

/** One of a few, in a line with others. */
export function Choice<T extends string>({ label, value, options, nameOf, onChoose }: ChoiceProps<T>): ReactNode {
  const id = useId();
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="text-soft">{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
        className={cx(inputClass, 'h-9.5 text-[15px]')}
      >
        {options.map((option) => <option key={option} value={option}>{nameOf(option)}</option>)}
      </select>
    </div>
  );
}
