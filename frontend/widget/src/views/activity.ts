import type { ReplyEntry } from '../conversation/entries';
import type { Strings } from '../locale/strings';
import { h, setText, type View } from './view';

/** Moving dots while nothing can be read yet, with a word about what takes time. */
export function activity(strings: Strings): View<ReplyEntry> {
  const words = h('span');
  const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  const el = h('p', { class: 'activity' }, dots, words);
  return {
    el,
    update({ streaming, text, tool }) {
      el.hidden = !streaming || (text !== '' && tool === undefined);
      setText(words, tool === undefined ? '' : strings.usingTool);
    },
    destroy() {
      el.remove();
    },
  };
}
