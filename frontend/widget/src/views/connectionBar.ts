import type { Strings } from '../locale/strings';
import { h, setText, type View } from './view';

const BACK_ONLINE_MS = 3000;

/** Says that the browser is offline, and for a moment that it no longer is. */
export function connectionBar(strings: Strings): View<boolean> {
  const el = h('p', { class: 'connection', role: 'status' });
  let wasOnline = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    el,
    update(online) {
      if (online === wasOnline) return;
      wasOnline = online;
      clearTimeout(timer);
      el.dataset['online'] = String(online);
      setText(el, online ? strings.backOnline : strings.offline);
      if (online) timer = setTimeout(() => { setText(el, ''); }, BACK_ONLINE_MS);
    },
    destroy() {
      clearTimeout(timer);
    },
  };
}
