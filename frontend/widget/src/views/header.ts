import type { Settings } from '../settings';
import { avatar } from './avatar';
import { icon } from './icons';
import { h } from './view';

export const TITLE_ID = 'title';

export function header({ name, logoUrl, locale }: Settings, onClose: () => void): HTMLElement {
  const close = h('button', { type: 'button', class: 'close', 'aria-label': locale.strings.closeChat }, icon('close'));
  close.addEventListener('click', onClose);
  return h(
    'header',
    {},
    avatar(name, logoUrl),
    h(
      'div',
      { class: 'who' },
      h('h2', { id: TITLE_ID }, h('bdi', {}, name)),
      h('p', {}, locale.strings.subtitle),
    ),
    close,
  );
}
