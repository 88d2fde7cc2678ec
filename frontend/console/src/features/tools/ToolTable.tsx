import { useState, type ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../../shared/ui/Menu.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Tool, ToolState } from './contract.ts';
import { EndTool } from './EndTool.tsx';
import { TOOLS } from './texts.ts';
import { ToolSheet } from './ToolSheet.tsx';
import { useActing } from './useActing.ts';

/** What takes more than a press; publishing can be taken back, so nobody is asked. */
type Undertaking = 'edit' | 'retire' | 'delete';

const TONES: Readonly<Record<ToolState, Tone>> = { draft: 'calm', published: 'good', retired: 'warn' };

export function ToolTable({ tools }: { readonly tools: readonly Tool[] }): ReactNode {
  const { columns, title } = useTexts(TOOLS);
  const [chosen, setChosen] = useState<{ readonly tool: Tool; readonly undertaking: Undertaking }>();
  const now = useNow();
  const close = (): void => { setChosen(undefined); };
  return (
    <>
      <table className="w-full table-fixed text-[15px]">
        <caption className="sr-only">{title}</caption>
        <thead className="text-[13px] text-soft max-sm:collapse">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.tool}</th>
            <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.category}</th>
            <th scope="col" className="w-44 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.effect}</th>
            <th scope="col" className="w-36 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.state}</th>
            <th scope="col" className="w-32 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.changed}</th>
            <th scope="col" className="w-14"><span className="sr-only">{columns.actions}</span></th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {tools.map((tool) => <Row key={tool.id} tool={tool} now={now} onChoose={(undertaking) => { setChosen({ tool, undertaking }); }} />)}
        </tbody>
      </table>
      {chosen === undefined ? null : chosen.undertaking === 'edit' ? (
        <ToolSheet key={chosen.tool.revision} tool={chosen.tool} onTheirs={(tool) => { setChosen({ tool, undertaking: 'edit' }); }} onClose={close} />
      ) : (
        <EndTool tool={chosen.tool} act={chosen.undertaking} onClose={close} />
      )}
    </>
  );
}

interface RowProps {
  readonly tool: Tool;
  readonly now: number;
  readonly onChoose: (undertaking: Undertaking) => void;
}

function Row({ tool, now, onChoose }: RowProps): ReactNode {
  const text = useTexts(TOOLS);
  const formats = useFormats();
  const { language } = useLocale();
  const { title, summary } = tool[language];
  const state = <Badge tone={TONES[tool.state]}>{text.states[tool.state]}</Badge>;
  return (
    <tr className="align-top hover:bg-hover">
      <td className="px-4 py-3 sm:px-5">
        <p className="font-semibold [overflow-wrap:anywhere]"><bdi>{title}</bdi></p>
        <p dir="ltr" className="truncate text-sm text-soft rtl:text-end"><code>{tool.name}</code></p>
        <p className="text-sm text-soft max-md:hidden"><bdi>{summary}</bdi></p>
        <div className="mt-1.5 sm:hidden">{state}</div>
      </td>
      <td className="px-3 py-3 text-soft max-md:hidden">{text.categories[tool.category]}</td>
      <td className="px-3 py-3 text-soft max-lg:hidden">{text.effects[tool.effect]}</td>
      <td className="px-3 py-3 max-sm:hidden">{state}</td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-lg:hidden">
        <time dateTime={tool.updatedAt} title={formats.moment(tool.updatedAt)}>{formats.ago(tool.updatedAt, now)}</time>
      </td>
      <td className="w-14 py-2 pe-3 text-end"><Actions tool={tool} called={isolated(title)} onChoose={onChoose} /></td>
    </tr>
  );
}

function Actions({ tool, called, onChoose }: Pick<RowProps, 'tool' | 'onChoose'> & { readonly called: string }): ReactNode {
  const text = useTexts(TOOLS);
  const publishing = useActing(tool, 'publish');
  const { state } = tool;
  return (
    <Menu trigger={<Button kind="quiet" size="icon" icon="more" aria-label={text.actionsFor(called)} />}>
      <MenuItem icon="edit" onSelect={() => { onChoose('edit'); }}>{text.edit}</MenuItem>
      {state === 'published' ? null : <MenuItem icon="upload" onSelect={publishing.begin}>{text.publish}</MenuItem>}
      {state === 'retired' ? null : <MenuLine />}
      {state === 'published' ? <MenuItem icon="block" danger onSelect={() => { onChoose('retire'); }}>{text.retire}</MenuItem> : null}
      {state === 'draft' ? <MenuItem icon="trash" danger onSelect={() => { onChoose('delete'); }}>{text.remove}</MenuItem> : null}
    </Menu>
  );
}
