import { useId, type ReactNode, type SubmitEvent } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input, Select } from '../../shared/ui/Field.tsx';
import { OUTCOMES } from './contract.ts';
import { filterIn, type Filter } from './filter.ts';
import { OPERATIONS } from '../../shared/audit/operations.ts';
import { AUDIT } from './texts.ts';

interface FilterFormProps {
  readonly filter: Filter;
  readonly onFind: (filter: Filter) => void;
}

export function FilterForm({ filter, onFind }: FilterFormProps): ReactNode {
  const text = useTexts(AUDIT);
  const id = useId();
  const isOperator = useMember().role === 'operator';
  const find = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onFind(filterIn(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={find} role="search" aria-labelledby={id} className="border-b border-line p-4 sm:px-5">
      <h2 id={id} className="sr-only">{text.filters}</h2>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Input label={text.from} name="from" type="date" dir="ltr" defaultValue={filter.from} />
        <Input label={text.to} name="to" type="date" dir="ltr" defaultValue={filter.to} />
        <Input label={text.actor} name="actor" placeholder={text.actorHint} autoComplete="off" maxLength={200} defaultValue={filter.actor ?? ''} />
        <Input label={text.text} name="text" autoComplete="off" maxLength={200} defaultValue={filter.text ?? ''} />
        <OperationField chosen={filter.operation} />
        <Select label={text.outcome} name="outcome" defaultValue={filter.outcome ?? ''}>
          <option value="">{text.every}</option>
          {OUTCOMES.map((outcome) => <option key={outcome} value={outcome}>{text.outcomes[outcome]}</option>)}
        </Select>
        {isOperator ? <Input label={text.tenantId} name="tenantId" dir="ltr" autoComplete="off" maxLength={36} defaultValue={filter.tenantId ?? ''} /> : null}
        <div className="flex items-end gap-2">
          <Button type="submit" icon="search">{text.find}</Button>
          {Object.keys(filter).length === 0 ? null : <Button kind="quiet" onClick={() => { onFind({}); }}>{text.clear}</Button>}
        </div>
      </div>
    </form>
  );
}

/** Also one that the console has no words for, if the address asks for it. */
function OperationField({ chosen }: { readonly chosen: string | undefined }): ReactNode {
  const text = useTexts(AUDIT);
  const words = useTexts(OPERATIONS);
  const known = Object.entries(words);
  return (
    <Select label={text.operation} name="operation" defaultValue={chosen ?? ''}>
      <option value="">{text.every}</option>
      {chosen === undefined || chosen in words ? null : <option value={chosen}>{chosen}</option>}
      {known.map(([operation, word]) => <option key={operation} value={operation}>{word}</option>)}
    </Select>
  );
}
