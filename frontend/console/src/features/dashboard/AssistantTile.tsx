import type { ReactNode } from 'react';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useAssistantState } from './assistant.ts';
import { DASHBOARD } from './texts.ts';
import { Tile } from './Tile.tsx';

/** Nothing as long as it is not known. */
export function AssistantTile(): ReactNode {
  const text = useTexts(DASHBOARD);
  const { channels: names } = useTexts(CONVERSATION);
  const state = useAssistantState();
  if (state === undefined) return null;
  const offOn = Object.keys(state.channels).filter((channel) => state.channels[channel] === false);
  return (
    <Tile name={text.assistant} value={state.enabled ? text.on : text.off}>
      {!state.enabled ? text.offDetail : offOn.length === 0 ? text.onDetail : text.partly(offOn.map((channel) => channelNamed(names, channel)).join(', '))}
    </Tile>
  );
}
