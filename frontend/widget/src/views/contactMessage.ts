import type { ContactEntry } from '../conversation/entries';
import type { TurnState } from '../conversation/turnState';
import type { Strings } from '../locale/strings';
import { countdown } from './countdown';
import { icon } from './icons';
import { attribute, h, setText, type View } from './view';

/** What the contact said, and how far it got. */
export function contactMessage(strings: Strings, onRetry: (key: string) => void): View<ContactEntry> {
  const text = h('p', { class: 'bubble', dir: 'auto' });
  const words = h('span');
  const retry = h('button', { type: 'button', class: 'retry', hidden: true }, strings.retry);
  const status = h('p', { class: 'delivery', hidden: true }, icon('alert'), words, retry);
  const el = h('li', { class: 'message contact' }, h('span', { class: 'hidden' }, strings.you), text, status);
  const ticking = countdown(words);
  let shown: ContactEntry | undefined;
  retry.addEventListener('click', () => {
    if (shown !== undefined) onRetry(shown.key);
  });

  function show(turn: TurnState): void {
    ticking.stop();
    const phrase = phraseFor(turn, strings);
    status.hidden = phrase === undefined;
    el.dataset['phase'] = turn.phase;
    const failed = turn.phase === 'failed';
    retry.hidden = !failed;
    // Only then: the seconds of a countdown would be read one by one.
    attribute(words, 'role', failed && 'alert');
    if (turn.phase === 'waiting' && turn.because === 'rate-limited') ticking.start(turn.delayMs, strings.rateLimited);
    else setText(words, phrase ?? '');
  }

  return {
    el,
    update(entry) {
      if (entry.turn !== shown?.turn) show(entry.turn);
      setText(text, entry.text);
      shown = entry;
    },
    destroy() {
      ticking.stop();
      el.remove();
    },
  };
}

function phraseFor(turn: TurnState, strings: Strings): string | undefined {
  switch (turn.phase) {
    case 'queued':
      return strings.sending;
    case 'connecting':
      return turn.attempt === 0 ? strings.sending : strings.reconnecting;
    case 'waiting':
      return turn.because === 'dropped' ? strings.reconnecting : strings.busy;
    case 'offline':
      return strings.waitingForConnection;
    case 'failed':
      return strings.failed[turn.because];
    case 'unavailable':
      return strings.unavailable;
    case 'streaming':
    case 'settled':
      return undefined;
  }
}
