import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../src/api/client';
import type { StoredMessage } from '../src/api/contract';
import { completed, playing } from './fakeApi';
import { settle, Stage } from './stage';

let stage: Stage;

beforeEach(() => {
  vi.useFakeTimers();
  stage = new Stage();
});

afterEach(() => {
  stage.conversation.destroy();
  vi.useRealTimers();
});

function stored(part: Partial<StoredMessage>): StoredMessage {
  return { messageId: 'm', direction: 'outbound', author: 'assistant', text: '', citations: [], createdAt: '2026-01-01T08:00:00Z', ...part };
}

describe('coming back', () => {
  it('shows every page of what was said', async () => {
    stage.kept.kept = { sessionId: 's-1', pending: [] };
    stage.api.pages = [
      { items: [stored({ messageId: 'a', clientMessageId: 'u', direction: 'inbound', author: 'contact', text: 'Hi' })], nextCursor: 'c' },
      { items: [stored({ messageId: 'b', text: 'Hello', feedback: { rating: 'up' } }), stored({ messageId: 'c', author: 'agent', text: 'Me too' })], nextCursor: null },
    ];
    await stage.conversation.resume();
    expect(stage.shown()).toEqual(['contact Hi (settled)', 'assistant Hello', 'agent Me too']);
    expect(stage.conversation.state.entries[1]).toMatchObject({ feedback: { rating: 'up', state: 'stored' } });
  });

  it('takes up what has no answer yet, under the same id', async () => {
    stage.kept.kept = { sessionId: 's-1', pending: [{ clientMessageId: 'u', text: 'Hi' }] };
    stage.api.pages = [{ items: [stored({ messageId: 'a', clientMessageId: 'u', direction: 'inbound', author: 'contact', text: 'Hi' })] }];
    stage.api.plays.push(playing(completed('t.1')));
    await stage.conversation.resume();
    await settle();
    expect(stage.api.turns.map(({ utterance }) => utterance)).toEqual([{ clientMessageId: 'u', text: 'Hi' }]);
    expect(stage.shown()).toEqual(['contact Hi (settled)', 'assistant Until three.']);
  });

  it('does not ask again for what was answered meanwhile', async () => {
    stage.kept.kept = { sessionId: 's-1', pending: [{ clientMessageId: 'u', text: 'Hi' }] };
    stage.api.pages = [{ items: [stored({ messageId: 'a', clientMessageId: 'u', direction: 'inbound', author: 'contact', text: 'Hi' }), stored({ messageId: 'b', text: 'Hello' })] }];
    await stage.conversation.resume();
    expect(stage.api.turns).toEqual([]);
    expect(stage.kept.kept.pending).toEqual([]);
  });

  it('shows once what was said while the history was loading', async () => {
    stage.kept.kept = { sessionId: 's-1', pending: [] };
    stage.api.plays.push(playing(completed('t.1', { messageId: 'b' })));
    stage.conversation.say('Hi');
    await settle();
    const key = stage.conversation.state.entries[0]?.key ?? '';
    stage.api.pages = [{ items: [stored({ messageId: 'a', clientMessageId: key, direction: 'inbound', author: 'contact', text: 'Hi' }), stored({ messageId: 'b', text: 'Until three.' })] }];
    await stage.conversation.resume();
    expect(stage.shown()).toEqual(['contact Hi (settled)', 'assistant Until three.']);
  });

  it('goes on where a contact was last, whatever this browser remembers', async () => {
    stage.kept.kept = { sessionId: 'older', pending: [] };
    stage.api.restored = 's-1';
    stage.api.pages = [{ items: [stored({ messageId: 'b', text: 'Hello' })] }];
    await stage.conversation.resume();
    expect(stage.shown()).toEqual(['assistant Hello']);
    expect(stage.kept.kept.sessionId).toBe('s-1');
  });

  it('has nothing of whoever was logged in before', async () => {
    stage.kept.kept = { sessionId: 'theirs', pending: [{ clientMessageId: 'u', text: 'Hi' }] };
    stage.api.restored = null;
    await stage.conversation.resume();
    expect(stage.kept.kept).toEqual({ pending: [] });
    expect(stage.shown()).toEqual([]);
  });

  it('keeps the first message of a contact who has no session yet, here or there', async () => {
    stage.kept.kept = { pending: [{ clientMessageId: 'u', text: 'Hi' }] };
    stage.api.restored = null;
    stage.api.plays.push(playing(completed('t.1')));
    await stage.conversation.resume();
    await settle();
    expect(stage.shown()).toEqual(['contact Hi (settled)', 'assistant Until three.']);
    expect(stage.api.turns[0]?.utterance.clientMessageId).toBe('u');
  });

  it('tries again when it could not be asked where that was', async () => {
    stage.api.restored = new TypeError('network error');
    await stage.conversation.resume();
    expect(stage.conversation.state.history).toBe('failed');
    stage.api.restored = undefined;
    await stage.conversation.resume();
    expect(stage.conversation.state.history).toBe('loaded');
  });

  it('starts anew when the session is gone', async () => {
    stage.kept.kept = { sessionId: 'purged', pending: [] };
    stage.api.pages = [new Refusal(404)];
    await stage.conversation.resume();
    expect(stage.conversation.state.history).toBe('loaded');
    expect(stage.kept.kept).toEqual({ pending: [] });
  });

  it('tries again when the network is back', async () => {
    stage.kept.kept = { sessionId: 's-1', pending: [] };
    stage.api.pages = [new TypeError('network error'), { items: [stored({ text: 'Hello' })] }];
    await stage.conversation.resume();
    expect(stage.conversation.state.history).toBe('failed');
    stage.connection.go(true);
    await settle();
    expect(stage.shown()).toEqual(['assistant Hello']);
  });
});

describe('rating an answer', () => {
  beforeEach(async () => {
    stage.api.plays.push(playing(completed('t.1')));
    stage.conversation.say('Hi');
    await settle();
  });

  it('is sent, shown and changeable', async () => {
    await stage.conversation.rate('m-1', { rating: 'up' });
    await stage.conversation.rate('m-1', { rating: 'down', comment: 'Too short' });
    expect(stage.api.rated).toEqual([['m-1', { rating: 'up' }], ['m-1', { rating: 'down', comment: 'Too short' }]]);
    expect(stage.conversation.state.entries[1]).toMatchObject({ feedback: { rating: 'down', comment: 'Too short', state: 'saved' } });
  });

  it('says so when it was not stored', async () => {
    stage.api.ratingFault = new Refusal(500);
    await stage.conversation.rate('m-1', { rating: 'up' });
    expect(stage.conversation.state.entries[1]).toMatchObject({ feedback: { rating: 'up', state: 'failed' } });
  });
});

describe('taking the widget off the page', () => {
  it('stops everything that was under way', async () => {
    let aborted = false;
    stage.api.plays.push((turn) => new Promise((_, reject) => {
      turn.signal.addEventListener('abort', () => {
        aborted = true;
        reject(new DOMException('aborted', 'AbortError'));
      });
    }));
    stage.conversation.say('Hi');
    await settle();
    stage.conversation.destroy();
    await settle();
    expect(aborted).toBe(true);
    expect(stage.connection.listeners).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
