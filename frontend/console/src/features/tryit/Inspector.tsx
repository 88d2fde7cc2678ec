import { Collapsible, Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ANSWER } from '../../shared/answer/texts.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { DIRECTION } from '../../shared/locale/language.ts';
import { Badge } from '../../shared/ui/Badge.tsx';
import { buttonClass } from '../../shared/ui/Button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { State } from '../../shared/ui/States.tsx';
import type { RetrievedChunk, TestAnswer } from './contract.ts';
import { TRY_IT } from './texts.ts';

const TABS = ['passages', 'prompt', 'cost'] as const;

/** How one answer came about. */
export function Inspector({ answer }: { readonly answer: TestAnswer }): ReactNode {
  const text = useTexts(TRY_IT);
  const { language } = useLocale();
  return (
    <Card className="lg:sticky lg:top-[calc(var(--bar)+var(--banner)+0.875rem)]">
      <Tabs.Root defaultValue="passages" dir={DIRECTION[language]}>
        <div className="border-b border-line px-5 pt-4">
          <h2 className="text-lg">{text.details}</h2>
          <Tabs.List aria-label={text.details} className="mt-2 -mb-px flex gap-5 overflow-x-auto">
            {TABS.map((tab) => (
              <Tabs.Trigger
                key={tab}
                value={tab}
                className="border-b-2 border-transparent pb-2.5 text-[15px] font-semibold whitespace-nowrap text-soft outline-offset-[-2px] hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
              >
                {text.tabs[tab]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </div>
        <Tabs.Content value="passages" className="max-h-[70dvh] overflow-y-auto outline-offset-[-2px]"><Passages chunks={answer.chunks} /></Tabs.Content>
        <Tabs.Content value="prompt" className="p-5 outline-offset-[-2px]"><Prompt prompt={answer.prompt} /></Tabs.Content>
        <Tabs.Content value="cost" className="p-5 outline-offset-[-2px]"><Cost answer={answer} /></Tabs.Content>
      </Tabs.Root>
    </Card>
  );
}

function Passages({ chunks }: { readonly chunks: readonly RetrievedChunk[] }): ReactNode {
  const text = useTexts(TRY_IT);
  const { page } = useTexts(ANSWER);
  const formats = useFormats();
  if (chunks.length === 0) return <State icon="search" title={text.noPassages} detail={text.noPassagesDetail} />;
  return (
    <ol className="divide-y divide-line">
      {chunks.map((chunk) => (
        <li key={chunk.chunkId} className="px-5 py-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <Link to={`/knowledge/${chunk.documentId}`} className="min-w-0 truncate font-semibold hover:text-accent hover:underline">
              <bdi>{chunk.documentName}</bdi>
            </Link>
            {chunk.page === undefined ? null : <span className="text-soft">{page(formats.number(chunk.page))}</span>}
            <span className="ms-auto flex items-center gap-2">
              {chunk.cited ? <Badge tone="good">{text.cited}</Badge> : null}
              <span className="text-soft tabular-nums">{text.score(formats.number(Math.round(chunk.score * 1_000) / 1_000))}</span>
            </span>
          </div>
          {chunk.heading === undefined || chunk.heading === '' ? null : <p dir="auto" className="mt-2 text-start text-[15px] font-semibold">{chunk.heading}</p>}
          <p dir="auto" className="mt-1 line-clamp-6 text-start text-[15px] leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]">{chunk.text}</p>
        </li>
      ))}
    </ol>
  );
}

function Prompt({ prompt }: { readonly prompt: string }): ReactNode {
  const text = useTexts(TRY_IT);
  if (prompt === '') return <p className="text-soft">{text.noPrompt}</p>;
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className={`group ${buttonClass('secondary', 'small')}`}>
        <Icon name="chevron" className="size-4.5 transition-transform group-data-[state=open]:rotate-180" />
        {text.showPrompt}
      </Collapsible.Trigger>
      <Collapsible.Content>
        <pre tabIndex={0} dir="auto" className="mt-4 max-h-[55dvh] overflow-auto rounded-xl bg-sunken p-4 text-start font-mono text-[13px] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">{prompt}</pre>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function Cost({ answer: { timings, usage } }: { readonly answer: TestAnswer }): ReactNode {
  const text = useTexts(TRY_IT);
  const formats = useFormats();
  const rows = [
    { name: text.retrieval, value: formats.duration(timings.retrievalMs), share: timings.retrievalMs / timings.totalMs },
    { name: text.model, value: formats.duration(timings.modelMs), share: timings.modelMs / timings.totalMs },
    { name: text.total, value: formats.duration(timings.totalMs), share: 1 },
  ];
  return (
    <>
      <dl className="space-y-3.5">
        {rows.map(({ name, value, share }) => (
          <div key={name} className="text-[15px]">
            <dt className="float-start">{name}</dt>
            <dd className="text-end font-semibold tabular-nums">
              <bdi>{value}</bdi>
              <progress aria-hidden="true" className="mt-1 block h-1 w-full overflow-hidden rounded-full" max={1} value={Number.isFinite(share) ? share : 0} />
            </dd>
          </div>
        ))}
      </dl>
      {usage === undefined ? null : (
        <dl className="mt-6 grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 border-t border-line pt-5 text-[15px]">
          <dt className="text-soft">{text.modelName}</dt>
          <dd className="text-end font-semibold [overflow-wrap:anywhere]">{usage.model}</dd>
          <dt className="text-soft">{text.input}</dt>
          <dd className="text-end font-semibold tabular-nums">{formats.number(usage.inputTokens)}</dd>
          <dt className="text-soft">{text.output}</dt>
          <dd className="text-end font-semibold tabular-nums">{formats.number(usage.outputTokens)}</dd>
        </dl>
      )}
    </>
  );
}
