import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { inputClass } from '../../shared/ui/Field.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { Search } from '../../shared/ui/Search.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useSettled } from '../../shared/useSettled.ts';
import { isOneOf, STATES, type ToolState } from './contract.ts';
import { useTools } from './queries.ts';
import { TOOLS } from './texts.ts';
import { ToolSheet } from './ToolSheet.tsx';
import { ToolTable } from './ToolTable.tsx';

/** What is looked for is part of the address, so that it can be shared and survives a reload. */
export default function ToolsRoom(): ReactNode {
  const text = useTexts(TOOLS);
  const [search, setSearch] = useSearchParams();
  const [query, setQuery] = useState(search.get('text') ?? '');
  const [isMaking, setMaking] = useState(false);
  const settled = useSettled(query.trim());
  const asked = search.get('state');
  const state = isOneOf(STATES, asked) ? asked : undefined;
  const tools = useTools({ text: settled === '' ? undefined : settled, state });
  const { data, error, refetch } = tools;
  useEffect(() => {
    setSearch((before) => changed(before, 'text', settled), { replace: true });
  }, [settled, setSearch]);
  const choose = (chosen: string): void => { setSearch((before) => changed(before, 'state', chosen), { replace: true }); };
  const clear = (): void => {
    setQuery('');
    choose('');
  };
  const make = <Button kind="primary" icon="plus" onClick={() => { setMaking(true); }}>{text.make}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={make}>
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-3 sm:px-5">
          <Search label={text.search} query={query} onChange={setQuery} />
          <StateChoice state={state} onChoose={choose} />
          {data === undefined ? null : <Count length={data.length} hasMore={tools.hasNextPage} />}
        </div>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length > 0 ? (
          <ToolTable tools={data} />
        ) : settled === '' && state === undefined ? (
          <State icon="tools" title={text.empty} detail={text.emptyDetail} />
        ) : (
          <State icon="search" title={text.noneFound} detail={text.noneFoundDetail}><Button onClick={clear}>{text.clear}</Button></State>
        )}
        <More of={tools} />
      </Card>
      {isMaking ? <ToolSheet onClose={() => { setMaking(false); }} /> : null}
    </Room>
  );
}

function changed(before: URLSearchParams, name: string, value: string): URLSearchParams {
  const after = new URLSearchParams(before);
  if (value === '') after.delete(name);
  else after.set(name, value);
  return after;
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
  return <p role="status" className="text-sm text-soft sm:ms-auto">{text.count(`${formats.number(length)}${hasMore ? '+' : ''}`, hasMore ? 2 : length)}</p>;
}
