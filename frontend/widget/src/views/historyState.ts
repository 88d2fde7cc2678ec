import type { ConversationState } from '../conversation/transcript';
import type { Strings } from '../locale/strings';
import { h, setText, type View } from './view';

/** Says that earlier messages are being loaded, or that they could not be. */
export function historyState(strings: Strings, onReload: () => void): View<ConversationState['history']> {
  const words = h('span');
  const retry = h('button', { type: 'button', class: 'retry' }, strings.retry);
  const el = h('p', { class: 'history', hidden: true }, words, retry);
  retry.addEventListener('click', onReload);
  return {
    el,
    update(history) {
      el.hidden = history !== 'loading' && history !== 'failed';
      retry.hidden = history !== 'failed';
      setText(words, history === 'failed' ? strings.historyFailed : strings.historyLoading);
    },
    destroy() {
      el.remove();
    },
  };
}
