import { Dialog } from 'radix-ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { useEscape } from '../../shared/ui/useEscape.ts';
import { useReturnFocus } from '../../shared/ui/useReturnFocus.ts';
import { matching, type Group } from './contract.ts';
import { Option } from './Option.tsx';
import { useNamed } from './queries.ts';
import { SEARCH } from './texts.ts';

interface SearchDialogProps {
  /** What can be found without asking the server. */
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}

/** A combobox over all that can be gone to or done: the focus stays in the field, and the arrows choose. */
export default function SearchDialog({ groups, onClose }: SearchDialogProps): ReactNode {
  const text = useTexts(SEARCH);
  const returnFocus = useReturnFocus();
  useClosing(onClose);
  const onEscape = useEscape(onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade data-[state=open]:animate-fade" />
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={onEscape}
          onCloseAutoFocus={returnFocus}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[calc(100dvh-1.5rem)] max-w-xl flex-col overflow-hidden rounded-[18px] bg-surface shadow-float data-[state=open]:animate-rise sm:top-[12vh] sm:max-h-[70vh]"
        >
          <Dialog.Title className="sr-only">{text.title}</Dialog.Title>
          <Combobox groups={groups} onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** However somebody came away from here, also past a question about unsaved changes. */
function useClosing(onClose: () => void): void {
  const { pathname } = useLocation();
  const opened = useRef(pathname);
  useEffect(() => {
    if (pathname !== opened.current) onClose();
  }, [pathname, onClose]);
}

/** Whoever has hundreds of documents types more letters. */
const MOST_NAMES = 8;

/** What fits the query. The names alone would be a long list that nobody asked for. */
function useFound(groups: readonly Group[], query: string): { readonly found: readonly Group[]; readonly count: number; readonly isLoading: boolean } {
  const text = useTexts(SEARCH);
  const { documents, people, isLoading } = useNamed();
  const named: readonly Group[] = query.trim() === '' ? [] : [{ id: 'documents', title: text.documents, commands: documents }, { id: 'people', title: text.people, commands: people }];
  const found = [...matching(groups, query), ...matching(named, query, MOST_NAMES)];
  return { found, count: found.reduce((sum, { commands }) => sum + commands.length, 0), isLoading };
}

function Combobox({ groups, onClose }: SearchDialogProps): ReactNode {
  const text = useTexts(SEARCH);
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { found, count, isLoading } = useFound(groups, query);
  const active = Math.min(at, count - 1);

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && count > 0) setAt((active + step + count) % count);
    else if (event.key === 'Enter') document.getElementById(optionId(id, active))?.click();
    if (step !== 0 || event.key === 'Enter') event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-soft" />
        <input
          role="combobox"
          aria-label={text.title}
          aria-expanded={count > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={count === 0 ? undefined : optionId(id, active)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          data-quiet-focus
          dir={query === '' ? undefined : 'auto'}
          value={query}
          placeholder={text.placeholder}
          maxLength={200}
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          className="h-14 min-w-0 flex-1 bg-transparent text-lg"
        />
      </div>
      <Results id={id} found={found} active={active} onPoint={setAt} onDone={onClose} />
      <Outcome count={count} isLoading={isLoading} />
    </>
  );
}

const optionId = (list: string, index: number): string => `${list}-${index}`;

interface ResultsProps {
  readonly id: string;
  readonly found: readonly Group[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onDone: () => void;
}

function Results({ id, found, active, onPoint, onDone }: ResultsProps): ReactNode {
  const text = useTexts(SEARCH);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);
  let index = -1;
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={text.results} className="min-h-0 overflow-y-auto overscroll-contain p-2">
      {found.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <div id={`${id}-${group.id}`} className="px-2.5 pt-2 pb-1 text-xs font-semibold text-soft">{group.title}</div>
          {group.commands.map((command) => {
            const here = ++index;
            return <Option key={command.id} id={optionId(id, here)} command={command} isActive={here === active} onPoint={() => { onPoint(here); }} onDone={onDone} />;
          })}
        </div>
      ))}
    </div>
  );
}

function Outcome({ count, isLoading }: { readonly count: number; readonly isLoading: boolean }): ReactNode {
  const text = useTexts(SEARCH);
  const formats = useFormats();
  return (
    <p role="status" className={count === 0 && !isLoading ? 'px-5 pb-6 text-center text-soft' : 'sr-only'}>
      {count === 0 ? (isLoading ? text.loading : text.none) : text.count(formats.number(count), count)}
    </p>
  );
}
