import type { ReactNode } from 'react';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { sumOf, type Day } from './contract.ts';
import { DASHBOARD } from './texts.ts';

interface WeekTableProps {
  readonly days: readonly Day[];
  readonly channels: readonly string[];
}

/** What the bars say, for who does not see them. */
export function WeekTable({ days, channels }: WeekTableProps): ReactNode {
  const text = useTexts(DASHBOARD);
  const { channels: names } = useTexts(CONVERSATION);
  const formats = useFormats();
  return (
    <table className="sr-only">
      <caption>{text.week}</caption>
      <thead>
        <tr><th scope="col">{text.day}</th>{channels.map((channel) => <th key={channel} scope="col">{channelNamed(names, channel)}</th>)}<th scope="col">{text.total}</th></tr>
      </thead>
      <tbody>
        {days.map(({ day, conversations }) => (
          <tr key={day}>
            <th scope="row">{formats.date(`${day}T12:00:00`)}</th>
            {channels.map((channel) => <td key={channel}>{formats.number(sumOf(conversations.filter((count) => count.channel === channel)))}</td>)}
            <td>{formats.number(sumOf(conversations))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
