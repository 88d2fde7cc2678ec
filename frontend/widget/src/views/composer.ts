import { MAX_TEXT } from '../api/contract';
import type { Locale } from '../locale/locale';
import { icon } from './icons';
import { attribute, h, setText, type View } from './view';

/** What is written but not sent. */
export interface Draft {
  readonly get: () => string;
  readonly set: (text: string) => void;
}

export interface Composer extends View<{ readonly available: boolean }> {
  readonly draft: Draft;
  readonly focus: () => void;
}

/** From here on the person is told how much room is left. */
const NEAR_LIMIT = MAX_TEXT - 500;

export function composer(locale: Locale, onSend: (text: string) => void): Composer {
  const { strings, direction } = locale;
  const words = { placeholder: strings.placeholder, 'aria-label': strings.placeholder };
  const input = h('textarea', { rows: 1, enterkeyhint: 'send', ...words });
  const send = h('button', { type: 'submit', class: 'send', 'aria-label': strings.send }, icon('send'));
  const counter = h('p', { class: 'counter', id: 'counter', 'aria-live': 'polite' });
  const grow = h('div', { class: 'grow' }, input);
  const el = h('form', { class: 'composer', novalidate: true }, h('div', { class: 'field' }, grow, send), counter);
  let available = true;

  function refresh(): void {
    const text = input.value;
    const tooLong = text.length > MAX_TEXT;
    // A hidden copy of the text gives the field its height: no inline style, which a strict page would refuse.
    grow.dataset['text'] = text;
    // An empty field has no direction of its own, and its placeholder is the window's.
    input.dir = text === '' ? direction : 'auto';
    send.disabled = !available || text.trim() === '' || tooLong;
    attribute(input, 'aria-invalid', tooLong && 'true');
    attribute(input, 'aria-describedby', text.length >= NEAR_LIMIT && 'counter');
    setText(counter, text.length >= NEAR_LIMIT ? roomLeft(text.length, locale) : '');
  }

  function draft(text: string): void {
    input.value = text;
    refresh();
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (send.disabled) return;
    const text = input.value.trim();
    draft('');
    onSend(text);
    input.focus();
  }

  input.addEventListener('input', refresh);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) submit(event);
  });
  el.addEventListener('submit', submit);

  return {
    el,
    draft: { get: () => input.value, set: draft },
    focus() {
      input.focus();
    },
    update(state) {
      available = state.available;
      input.disabled = !available;
      refresh();
    },
    destroy() {
      el.remove();
    },
  };
}

function roomLeft(length: number, { strings, tag }: Locale): string {
  const number = new Intl.NumberFormat(tag);
  const count = strings.counter(number.format(length), number.format(MAX_TEXT));
  return length > MAX_TEXT ? `${strings.tooLong} ${count}` : count;
}

/** While an input method composes, Enter accepts its suggestion; Safari says so only through the old key code. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}
