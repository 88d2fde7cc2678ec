import type { Entry, ReplyEntry } from '../conversation/entries';
import type { Strings } from '../locale/strings';
import { h, setText, type View } from './view';

/** Marks of Markdown and references, which are noise when read aloud. */
const MARKS = /[*_`#>]+|\[[\d, ]+\]/g;

/** Tells a screen reader of each answer once, whole, and that one is being written. */
export function announcer(strings: Strings): View<readonly Entry[]> {
  const el = h('div', { class: 'hidden', role: 'status', 'aria-live': 'polite', 'aria-atomic': true });
  let awaited: string | undefined;
  return {
    el,
    update(entries) {
      const replies = entries.filter((entry): entry is ReplyEntry => entry.kind === 'reply');
      const writing = replies.find(({ streaming }) => streaming);
      const done = replies.find(({ key, streaming }) => key === awaited && !streaming);
      // Nothing is left of an answer that failed: what became of the message is said beside it.
      if (writing?.key !== awaited) setText(el, writing ? strings.typing : (done?.text.replace(MARKS, '') ?? ''));
      awaited = writing?.key;
    },
    destroy() {
      el.remove();
    },
  };
}
