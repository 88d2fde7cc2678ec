import { useId, useRef, useState, type ChangeEvent, type ReactNode, type SubmitEvent } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input, Select } from '../../shared/ui/Field.tsx';
import { OUTCOMES } from './contract.ts';
import { filterIn, isTenant, type Filter } from './filter.ts';
import { OPERATIONS } from '../../shared/audit/operations.ts';
import { AUDIT } from './texts.ts';

interface FilterFormProps {
  readonly filter: Filter;
  readonly onFind: (filter: Filter) => void;
}

/** What is filled in asks for nothing before it is sent. When the address asks for something else, that is filled in. */
export function FilterForm({ filter, onFind }: FilterFormProps): ReactNode {
  const text = useTexts(AUDIT);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isOperator = useMember().role === 'operator';
  const { filled, refused, field, check } = useFields(filter);
  const find = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (check()) onFind(filterIn(new URLSearchParams(Object.entries(filled))));
    else form.current?.querySelector<HTMLElement>('[name=tenantId]')?.focus();
  };
  const clear = (): void => {
    onFind({});
    // The button goes with what it clears.
    form.current?.querySelector<HTMLElement>('[name=from]')?.focus();
  };
  return (
    <form ref={form} onSubmit={find} role="search" aria-labelledby={id} className="border-b border-line p-4 sm:px-5">
      <h2 id={id} className="sr-only">{text.filters}</h2>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Input label={text.from} type="date" dir="ltr" {...field('from')} />
        <Input label={text.to} type="date" dir="ltr" {...field('to')} />
        <Input label={text.actor} placeholder={text.actorHint} autoComplete="off" maxLength={200} {...field('actor')} />
        <Input label={text.text} autoComplete="off" maxLength={200} {...field('text')} />
        <OperationField {...field('operation')} />
        <Select label={text.outcome} {...field('outcome')}>
          <option value="">{text.every}</option>
          {OUTCOMES.map((outcome) => <option key={outcome} value={outcome}>{text.outcomes[outcome]}</option>)}
        </Select>
        {isOperator ? (
          <Input label={text.tenantId} dir="ltr" autoComplete="off" maxLength={100} error={refused ? text.noTenantId : undefined} {...field('tenantId')} />
        ) : null}
        <div className="flex items-end gap-2">
          <Button type="submit" icon="search">{text.find}</Button>
          {Object.keys(filter).length === 0 ? null : <Button kind="quiet" onClick={clear}>{text.clear}</Button>}
        </div>
      </div>
    </form>
  );
}

interface FieldWiring {
  readonly name: keyof Filter;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
}

function useFields(filter: Filter) {
  const asked = JSON.stringify(filter);
  const [known, setKnown] = useState(asked);
  const [filled, setFilled] = useState(filter);
  const [refused, setRefused] = useState(false);
  if (asked !== known) {
    setKnown(asked);
    setFilled(filter);
    setRefused(false);
  }
  const field = (name: keyof Filter): FieldWiring => ({
    name,
    value: filled[name] ?? '',
    onChange: ({ target: { value } }) => {
      setFilled((before) => ({ ...before, [name]: value }));
      if (name === 'tenantId') setRefused(false);
    },
  });
  /** Whether it can be asked for. An id that is none would find nothing, and may be a name. */
  const check = (): boolean => {
    const given = (filled.tenantId ?? '').trim();
    const isRight = given === '' || isTenant(given);
    setRefused(!isRight);
    return isRight;
  };
  return { filled, refused, field, check };
}

/** Also one that the console has no words for, if the address asks for it. */
function OperationField({ value: chosen, ...wiring }: FieldWiring): ReactNode {
  const text = useTexts(AUDIT);
  const words = useTexts(OPERATIONS);
  const known = Object.entries(words);
  return (
    <Select label={text.operation} value={chosen} {...wiring}>
      <option value="">{text.every}</option>
      {chosen === '' || chosen in words ? null : <option value={chosen}>{chosen}</option>}
      {known.map(([operation, word]) => <option key={operation} value={operation}>{word}</option>)}
    </Select>
  );
}
