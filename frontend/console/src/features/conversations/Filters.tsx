import type { ReactNode } from 'react';
import { CHANNELS, STATUSES, type Conversation } from '../../shared/conversation/contract.ts';
import { useCalled } from '../../shared/conversation/marks.tsx';
import { CONVERSATION } from '../../shared/conversation/texts.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input, Select } from '../../shared/ui/Field.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import type { Filter } from './filter.ts';
import { useIsOperator } from './queries.ts';
import { CONVERSATIONS } from './texts.ts';

interface FiltersProps {
  readonly filter: Filter;
  /** Those found, which tell the names of what the address has ids of. */
  readonly conversations: readonly Conversation[];
  /** As it is being typed. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onSet: (name: keyof Filter, value: string | undefined) => void;
}

export function Filters({ filter, conversations, query, onQuery, onSet }: FiltersProps): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const { statuses, channels } = useTexts(CONVERSATION);
  const isOperator = useIsOperator();
  const set = (name: keyof Filter) => (event: { readonly target: { readonly value: string } }): void => { onSet(name, event.target.value); };
  return (
    <div role="search" aria-label={text.filters} className="space-y-3 border-b border-line p-4 sm:px-5">
      {isOperator ? null : <Search label={text.search} query={query} onChange={onQuery} />}
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Select label={text.status} value={filter.status ?? ''} onChange={set('status')}>
          <option value="">{text.every}</option>
          {STATUSES.map((status) => <option key={status} value={status}>{statuses[status]}</option>)}
        </Select>
        <Select label={text.channel} value={filter.channel ?? ''} onChange={set('channel')}>
          <option value="">{text.every}</option>
          {CHANNELS.map((channel) => <option key={channel} value={channel}>{channels[channel]}</option>)}
        </Select>
        <Input label={text.from} type="date" dir="ltr" value={filter.from ?? ''} onChange={set('from')} />
        <Input label={text.to} type="date" dir="ltr" value={filter.to ?? ''} onChange={set('to')} />
      </div>
      <Limits filter={filter} conversations={conversations} onSet={onSet} />
    </div>
  );
}

/** What can be taken away but not chosen here. */
function Limits({ filter, conversations, onSet }: Pick<FiltersProps, 'filter' | 'conversations' | 'onSet'>): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const called = useCalled();
  const { tenant, contact } = filter;
  const limits = [
    { name: 'tenant' as const, id: tenant, words: text.onlyTenant, known: conversations.find((one) => one.tenant?.id === tenant)?.tenant?.name },
    { name: 'contact' as const, id: contact, words: text.onlyContact, known: conversations.filter((one) => one.contact?.id === contact).map(called)[0] },
  ].flatMap(({ name, id, words, known }) => (id === undefined ? [] : [{ name, label: words(isolated(known ?? id)) }]));
  if (limits.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {limits.map(({ name, label }) => (
        <Button key={name} size="small" icon="close" aria-label={text.unlimited(label)} className="max-w-full" onClick={() => { onSet(name, undefined); }}>
          <span className="truncate">{label}</span>
        </Button>
      ))}
    </div>
  );
}
