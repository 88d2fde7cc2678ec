import { vi } from 'vitest';
import { Conversation } from '../src/conversation/conversation';
import type { Entry } from '../src/conversation/entries';
import { FakeApi, FakeConnection, MemoryStore } from './fakeApi';

/** A conversation with everything around it played by the test. */
export class Stage {
  readonly api = new FakeApi();
  readonly connection = new FakeConnection();
  readonly kept = new MemoryStore();
  readonly conversation = new Conversation({
    api: this.api,
    connection: this.connection,
    kept: this.kept,
    now: () => 1000,
    locale: () => 'en',
  });

  /** What a person would see, one line an entry. */
  shown(): readonly string[] {
    return this.conversation.state.entries.map(line);
  }
}

function line(entry: Entry): string {
  switch (entry.kind) {
    case 'contact':
      return `contact ${entry.text} (${entry.turn.phase})`;
    case 'reply':
      return `${entry.author} ${entry.text}${entry.streaming ? ' …' : ''}`;
    case 'notice':
      return entry.notice;
  }
}

/** Lets everything happen that needs no clock. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
