import type { Citation, Feedback } from '../api/contract';
import type { ReplyEntry } from '../conversation/entries';
import type { Locale } from '../locale/locale';
import type { Strings } from '../locale/strings';
import type { InlineOptions } from '../markdown/inline';
import { createMarkdown } from '../markdown/markdown';
import { activity } from './activity';
import { feedback } from './feedback';
import { sources } from './sources';
import { h, setText, type View } from './view';

export interface ReplyOptions {
  readonly locale: Locale;
  /** A name for the parts that refer to each other, unique in the window. */
  readonly id: string;
  readonly feedback: boolean;
  readonly onRate: (messageId: string, feedback: Feedback) => void;
}

/** An answer: as it is being written, then with its proof and the question whether it helped. */
export function replyMessage({ locale, id, feedback: mayRate, onRate }: ReplyOptions): View<ReplyEntry> {
  const { strings, tag } = locale;
  const clock = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
  const who = h('span', { class: 'hidden' });
  const markdown = createMarkdown();
  const writing = activity(strings);
  const proof = sources(id, strings);
  const time = h('time');
  const rating = feedback(strings, (given) => {
    if (shown?.messageId !== undefined) onRate(shown.messageId, given);
  });
  const foot = h('div', { class: 'foot' }, time, rating.el);
  const el = h('li', { class: 'message reply' }, who, h('div', { class: 'bubble' }, markdown.el, writing.el), proof.el, foot);
  let options: InlineOptions | undefined;
  let shown: ReplyEntry | undefined;

  function showText({ text, citations }: ReplyEntry): void {
    // References become buttons once it is known what they refer to.
    if (options === undefined || citations !== shown?.citations) options = referring(citations, strings, proof.open);
    markdown.el.hidden = text === '';
    markdown.update(text, options);
    proof.update(citations);
  }

  function showFoot({ streaming, text, at, author, outcome, messageId, feedback: kept }: ReplyEntry): void {
    foot.hidden = streaming || text === '';
    time.dateTime = new Date(at).toISOString();
    setText(time, clock.format(at));
    // That a person will answer is no answer to rate.
    rating.el.hidden = !mayRate || messageId === undefined || author !== 'assistant' || outcome === 'handed_off';
    rating.update(kept);
  }

  return {
    el,
    update(entry) {
      setText(who, entry.author === 'agent' ? strings.agent : strings.assistant);
      el.dataset['outcome'] = entry.outcome ?? '';
      el.dataset['author'] = entry.author;
      writing.update(entry);
      showText(entry);
      showFoot(entry);
      shown = entry;
    },
    destroy() {
      proof.destroy();
      rating.destroy();
      el.remove();
    },
  };
}

function referring(citations: readonly Citation[], strings: Strings, open: (index: number) => void): InlineOptions {
  const names = new Map(citations.map(({ index, documentName }) => [index, documentName]));
  return {
    opensNewTab: strings.opensNewTab,
    citation(index) {
      const name = names.get(index);
      if (name === undefined) return undefined;
      const label = strings.source(index, name);
      const button = h('button', { type: 'button', class: 'reference', 'aria-label': label }, String(index));
      button.addEventListener('click', () => {
        open(index);
      });
      return button;
    },
  };
}
