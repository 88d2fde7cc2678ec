import type { Feedback } from '../api/contract';
import type { Entry } from '../conversation/entries';
import type { ConversationState } from '../conversation/transcript';
import type { Settings } from '../settings';
import { contactMessage } from './contactMessage';
import { followLatest } from './followLatest';
import { historyState } from './historyState';
import { icon } from './icons';
import { keyedList } from './keyedList';
import { replyMessage } from './replyMessage';
import { h, type View } from './view';

export interface MessageListActions {
  readonly onRetry: (key: string) => void;
  readonly onRate: (messageId: string, feedback: Feedback) => void;
  readonly onReload: () => void;
}

export function messageList(settings: Settings, actions: MessageListActions): View<ConversationState> {
  const { strings } = settings.locale;
  const greeting = h('li', { class: 'message reply greeting' }, h('p', { class: 'bubble', dir: 'auto' }, settings.greeting));
  // What a retry does hides its button, and the focus would fall out of the window with it.
  const retrying = {
    ...actions,
    onRetry: (key: string) => {
      log.focus();
      actions.onRetry(key);
    },
    onReload: () => {
      log.focus();
      actions.onReload();
    },
  };
  const history = historyState(strings, retrying.onReload);
  // Announced by the window once per answer: a log that spoke would read every word as it streams in.
  const live = { role: 'log', 'aria-live': 'off', 'aria-label': strings.conversation, tabindex: 0 };
  const log = h('div', { class: 'log', ...live }, history.el, h('ol', { role: 'list' }, greeting));
  const latest = h('button', { type: 'button', class: 'latest', 'aria-label': strings.latest, hidden: true }, icon('down'));
  const follow = followLatest(log, latest);
  let made = 0;
  const entries = keyedList<Entry>(greeting, (entry) => entryView(entry, settings, retrying, `m${made++}`));

  return {
    el: h('div', { class: 'messages' }, log, latest),
    update(state) {
      history.update(state.history);
      entries.update(state.entries);
      follow.changed();
    },
    destroy() {
      follow.destroy();
      entries.destroy();
    },
  };
}

/** An entry never changes its kind, so the view made for it fits all that follow under its key. */
function entryView(entry: Entry, settings: Settings, { onRetry, onRate }: MessageListActions, id: string): View<Entry> {
  const { locale } = settings;
  switch (entry.kind) {
    case 'contact':
      return contactMessage(locale.strings, onRetry);
    case 'reply':
      return replyMessage({ locale, id, feedback: settings.feedback, onRate });
    case 'notice':
      return notice(locale.strings.handedOff);
  }
}

function notice(words: string): View<Entry> {
  const el = h('li', { class: 'notice' }, words);
  return {
    el,
    update: () => undefined,
    destroy() {
      el.remove();
    },
  };
}
