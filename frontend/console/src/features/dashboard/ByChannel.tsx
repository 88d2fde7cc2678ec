import type { ReactNode } from 'react';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import type { ChannelCount } from './contract.ts';

export function ByChannel({ counts }: { readonly counts: readonly ChannelCount[] }): ReactNode {
  const { channels } = useTexts(CONVERSATION);
  const formats = useFormats();
  return (
    <ul className="flex flex-wrap gap-x-3">
      {counts.map(({ channel, count }) => <li key={channel}>{channelNamed(channels, channel)}: <bdi className="tabular-nums">{formats.number(count)}</bdi></li>)}
    </ul>
  );
}
