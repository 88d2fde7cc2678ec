import type { ReactNode } from 'react';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { channelsOf, sumOf, type Day } from './contract.ts';
import { WeekTable } from './WeekTable.tsx';

const FILLS: Readonly<Record<string, string>> = { widget: 'fill-accent', whatsapp: 'fill-warn', messenger: 'fill-danger', instagram: 'fill-good' };
const fillOf = (channel: string): string => FILLS[channel] ?? 'fill-soft';

/** Bars for who sees them, one to a day with its channels on top of each other; a table for everybody else. */
export function WeekChart({ days }: { readonly days: readonly Day[] }): ReactNode {
  const formats = useFormats();
  const { channels: names } = useTexts(CONVERSATION);
  const highest = Math.max(1, ...days.map(({ conversations }) => sumOf(conversations)));
  const channels = channelsOf(days);
  return (
    <>
      <ol aria-hidden="true" className="grid grid-cols-7 gap-2 sm:gap-4">
        {days.map(({ day, conversations }) => (
          <li key={day} className="min-w-0 text-center">
            <p className="text-sm font-semibold tabular-nums">{formats.number(sumOf(conversations))}</p>
            <svg viewBox={`0 0 1 ${highest}`} preserveAspectRatio="none" className="mx-auto mt-1 h-36 w-full max-w-16 border-b border-line">
              <Bar conversations={conversations} highest={highest} />
            </svg>
            <p className="mt-1 truncate text-[13px] text-soft">{formats.weekday(day)}</p>
          </li>
        ))}
      </ol>
      {channels.length < 2 ? null : (
        <ul aria-hidden="true" className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
          {channels.map((channel) => (
            <li key={channel} className="flex items-center gap-2">
              <svg viewBox="0 0 1 1" className={cx('size-3', fillOf(channel))}><rect width="1" height="1" rx="0.25" /></svg>
              {channelNamed(names, channel)}
            </li>
          ))}
        </ul>
      )}
      <WeekTable days={days} channels={channels} />
    </>
  );
}

function Bar({ conversations, highest }: { readonly conversations: Day['conversations']; readonly highest: number }): ReactNode {
  return channelsOf([{ day: '', conversations }]).map((channel, at, all) => {
    const countOf = (one: string): number => sumOf(conversations.filter((count) => count.channel === one));
    const below = all.slice(0, at).reduce((sum, one) => sum + countOf(one), 0);
    return <rect key={channel} width="1" height={countOf(channel)} y={highest - below - countOf(channel)} className={fillOf(channel)} />;
  });
}
