import { MAX_COMMENT, type Feedback, type Rating } from '../api/contract';
import type { KeptFeedback } from '../conversation/entries';
import type { Strings } from '../locale/strings';
import { icon } from './icons';
import { attribute, h, setText, type View } from './view';

/** Thumbs under an answer, then room for a comment. Stored once per answer; pressing the other thumb changes it. */
export function feedback(strings: Strings, onRate: (feedback: Feedback) => void): View<KeptFeedback | undefined> {
  const thumbs = { up: thumb('up', strings.rateUp), down: thumb('down', strings.rateDown) };
  const said = h('span', { class: 'said', role: 'status' });
  const form = commentForm(strings, (comment) => {
    if (current !== undefined && comment !== undefined) onRate({ rating: current.rating, comment });
    thumbs[current?.rating ?? 'up'].focus();
  });
  const el = h('div', { class: 'feedback' }, h('div', { class: 'thumbs' }, thumbs.up, thumbs.down, said), form.el);
  let current: KeptFeedback | undefined;

  for (const rating of ['up', 'down'] as const) {
    thumbs[rating].addEventListener('click', () => {
      const comment = current?.comment;
      onRate(comment === undefined ? { rating } : { rating, comment });
      form.open(comment ?? '');
    });
  }

  return {
    el,
    update(kept) {
      current = kept;
      for (const rating of ['up', 'down'] as const) attribute(thumbs[rating], 'aria-pressed', String(kept?.rating === rating));
      el.dataset['state'] = kept?.state ?? 'none';
      setText(said, kept?.state === 'failed' ? strings.feedbackFailed : kept?.state === 'saved' ? strings.thanks : '');
    },
    destroy() {
      el.remove();
    },
  };
}

function thumb(rating: Rating, label: string): HTMLButtonElement {
  const drawing = icon(rating === 'up' ? 'up' : 'thumbDown');
  return h('button', { type: 'button', class: 'thumb', 'aria-label': label, title: label, 'aria-pressed': 'false' }, drawing);
}

interface CommentForm {
  readonly el: HTMLElement;
  open(comment: string): void;
}

function commentForm(strings: Strings, onDone: (comment: string | undefined) => void): CommentForm {
  const input = h('textarea', { rows: 2, maxlength: MAX_COMMENT, dir: 'auto', 'aria-label': strings.commentLabel, placeholder: strings.commentLabel });
  const skip = h('button', { type: 'button', class: 'quiet' }, strings.skipComment);
  const send = h('button', { type: 'submit', class: 'solid' }, strings.sendComment);
  const el = h('form', { class: 'comment', hidden: true }, input, h('div', { class: 'actions' }, skip, send));
  const close = (comment: string | undefined): void => {
    el.hidden = true;
    onDone(comment);
  };
  skip.addEventListener('click', () => {
    close(undefined);
  });
  el.addEventListener('submit', (event) => {
    event.preventDefault();
    close(input.value.trim() || undefined);
  });
  return {
    el,
    open(comment) {
      input.value = comment;
      el.hidden = false;
      el.scrollIntoView({ block: 'nearest' });
    },
  };
}
