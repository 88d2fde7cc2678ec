import type { Strings } from '../locale/strings';
import { icon } from './icons';
import { attribute, h, setText, type View } from './view';

export interface LauncherState {
  readonly open: boolean;
  readonly unread: number;
}

export interface Launcher extends View<LauncherState> {
  readonly el: HTMLButtonElement;
}

/** The bubble in the corner of the page. */
export function launcher(strings: Strings, onToggle: () => void): Launcher {
  const badge = h('span', { class: 'badge', hidden: true });
  const el = h('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' }, icon('chat'), icon('down'), badge);
  el.addEventListener('click', onToggle);
  return {
    el,
    update({ open, unread }) {
      badge.hidden = open || unread === 0;
      setText(badge, unread > 9 ? '9+' : String(unread));
      const words = open ? strings.closeChat : strings.openChat;
      attribute(el, 'aria-label', unread > 0 && !open ? `${words} (${strings.unread(unread)})` : words);
      attribute(el, 'aria-expanded', String(open));
    },
    destroy() {
      el.remove();
    },
  };
}
