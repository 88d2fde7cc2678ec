import { useState, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { inputClass } from '../../shared/ui/Field.tsx';
import { Found } from '../../shared/ui/Found.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { useTyped } from '../../shared/useTyped.ts';
import { isOneOf, STATES, type ToolState } from './contract.ts';
import { useTools } from './queries.ts';
import { TOOLS } from './texts.ts';
import { ToolSheet } from './ToolSheet.tsx';
import { ToolTable } from './ToolTable.tsx';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export default function ToolsRoom(): ReactNode {
  const text = useTexts(TOOLS);
  const [asked, ask] = useAsked();
  const [isMaking, setMaking] = useState(false);
  const wanted = (asked.get('text') ?? '').trim();
  const given = asked.get('state');
  const state = isOneOf(STATES, given) ? given : undefined;
  const look = (name: 'text' | 'state') => (value: string): void => { ask((now) => changed(now, name, value), { replace: true }); };
  const [query, setQuery] = useTyped(wanted, look('text'));
  const tools = useTools({ text: wanted === '' ? undefined : wanted, state });
  const { data, error, refetch } = tools;
  const clear = (): void => {
    setQuery('');
    ask(() => ({}), { replace: true });
  };
  const make = <Button kind="primary" icon="plus" onClick={() => { setMaking(true); }}>{text.make}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={make}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          <StateChoice state={state} onChoose={look('state')} />
          {data === undefined ? null : <Found of={tools} className="sm:ms-auto"><Count length={data.length} hasMore={tools.hasNextPage} /></Found>}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : (
          <Found of={tools}>
            {data.length > 0 ? (
              <ToolTable tools={data} />
            ) : wanted === '' && state === undefined ? (
              <State icon="tools" title={text.empty} detail={text.emptyDetail} />
            ) : (
              <State icon="search" title={text.noneFound} detail={text.noneFoundDetail}><Button onClick={clear}>{text.clear}</Button></State>
            )}
          </Found>
        )}
        <More of={tools} />
      </Card>
      {isMaking ? <ToolSheet onClose={() => { setMaking(false); }} /> : null}
    </Room>
  );
}

function changed(search: URLSearchParams, name: string, value: string): URLSearchParams {
  if (value === '') search.delete(name);
  else search.set(name, value);
  return search;
}

function StateChoice({ state, onChoose }: { readonly state: ToolState | undefined; readonly onChoose: (state: string) => void }): ReactNode {
  const text = useTexts(TOOLS);
  return (
    <select aria-label={text.state} value={state ?? ''} onChange={(event) => { onChoose(event.target.value); }} className={`${inputClass} h-9.5`}>
      <option value="">{text.everyState}</option>
      {STATES.map((known) => <option key={known} value={known}>{text.states[known]}</option>)}
    </select>
  );
}

function Count({ length, hasMore }: { readonly length: number; readonly hasMore: boolean }): ReactNode {
  const text = useTexts(TOOLS);
  const formats = useFormats();
  return <p role="status" className="text-sm text-soft">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
}
