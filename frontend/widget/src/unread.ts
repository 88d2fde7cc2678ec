import type { ConversationState } from './conversation/transcript';

export interface UnreadCounter {
  /** Answers that were finished while the window was closed. */
  count(state: ConversationState, open: boolean): number;
}

export function unreadCounter(): UnreadCounter {
  let read = new Set<string>();
  return {
    count({ entries }, open) {
      const finished = entries.filter((entry) => entry.kind === 'reply' && !entry.streaming).map(({ key }) => key);
      if (open) read = new Set(finished);
      return finished.filter((key) => !read.has(key)).length;
    },
  };
}
