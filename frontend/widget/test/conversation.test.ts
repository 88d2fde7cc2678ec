import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../src/api/client';
import { breaking, completed, delta, playing, SESSION } from './fakeApi';
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

describe('saying something', () => {
  it('is answered word by word and then as a whole', async () => {
    const states: unknown[] = [];
    stage.api.plays.push(playing(SESSION, delta('t.6', 'Until '), delta('t.11', 'three'), completed('t.11')));
    stage.conversation.subscribe(() => states.push(stage.shown().at(-1)));
    stage.conversation.say('Until when?');
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
    expect(states).toContain('assistant  …');
    expect(states).toContain('assistant Until  …');
    expect(states).toContain('assistant Until three …');
    expect(stage.kept.kept).toEqual({ sessionId: 's-1', pending: [] });
  });

  it('keeps the utterance until it is answered', async () => {
    stage.api.plays.push(() => new Promise(() => undefined));
    stage.conversation.say('Hello');
    await settle();
    expect(stage.kept.kept.pending).toEqual([{ clientMessageId: stage.api.turns[0]?.utterance.clientMessageId, text: 'Hello' }]);
  });

  it('goes on in the session it was given', async () => {
    stage.api.plays.push(playing(SESSION, completed('t.1')), playing(SESSION, completed('u.1', { messageId: 'm-2' })));
    stage.conversation.say('One');
    await settle();
    stage.conversation.say('Two');
    await settle();
    expect(stage.api.turns.map(({ sessionId }) => sessionId)).toEqual([undefined, 's-1']);
  });

  it('waits its turn while another answer is being written, and each answer stands under its question', async () => {
    let finish = (): void => undefined;
    stage.api.plays.push(
      async (turn) => {
        turn.onOpen();
        await new Promise<void>((resolve) => { finish = resolve; });
        await playing(completed('t.1', { text: 'First' }))(turn);
      },
      playing(completed('u.1', { text: 'Second', messageId: 'm-2' })),
    );
    stage.conversation.say('One');
    stage.conversation.say('Two');
    await settle();
    expect(stage.shown()).toEqual(['contact One (streaming)', 'assistant  …', 'contact Two (queued)']);
    finish();
    await settle();
    expect(stage.shown()).toEqual(['contact One (settled)', 'assistant First', 'contact Two (settled)', 'assistant Second']);
  });

  it('shows a tool that takes time until words come', async () => {
    const tools: unknown[] = [];
    stage.conversation.subscribe(() => {
      const entry = stage.conversation.state.entries.at(-1);
      if (entry?.kind === 'reply') tools.push(entry.tool);
    });
    stage.api.plays.push(playing(['t.0', { kind: 'tool', name: 'order-status' }], delta('t.1', 'It'), completed('t.1')));
    stage.conversation.say('Where is it?');
    await settle();
    expect(tools.filter((tool, at) => tool !== tools[at - 1])).toEqual(['order-status', undefined]);
  });

  it('tells when a person takes over', async () => {
    stage.api.plays.push(playing(SESSION, completed('t.1', { text: 'One moment.', outcome: 'handed_off' })));
    stage.conversation.say('A person, please');
    await settle();
    expect(stage.shown()).toEqual(['contact A person, please (settled)', 'assistant One moment.', 'handed-off']);
  });

  it('tells so without an answer, too', async () => {
    stage.api.plays.push(playing(SESSION, ['t.0', { kind: 'handed-off' }]));
    stage.conversation.say('A person, please');
    await settle();
    expect(stage.shown()).toEqual(['contact A person, please (settled)', 'handed-off']);
  });
});

describe('a connection that breaks', () => {
  it('goes on after the last event with the same id, and shows no word twice', async () => {
    stage.api.plays.push(
      breaking(SESSION, delta('t.6', 'Until ')),
      playing(SESSION, delta('t.6', 'Until '), delta('t.11', 'three'), completed('t.11')),
    );
    const texts = new Set<unknown>();
    stage.conversation.subscribe(() => texts.add(stage.shown().at(-1)));
    stage.conversation.say('Until when?');
    await settle();
    expect(stage.shown()[0]).toBe('contact Until when? (waiting)');
    await vi.advanceTimersByTimeAsync(500);
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
    expect(texts).toContain('assistant Until three …');
    expect(texts).not.toContain('assistant Until Until  …');
    expect(stage.api.turns.map(({ lastEventId }) => lastEventId)).toEqual(['', 't.6']);
    expect(new Set(stage.api.turns.map(({ utterance }) => utterance.clientMessageId)).size).toBe(1);
  });

  it('is noticed when the stream ends politely but too early', async () => {
    stage.api.plays.push(playing(SESSION, delta('t.6', 'Until ')), playing(completed('t.6')));
    stage.conversation.say('Until when?');
    await vi.advanceTimersByTimeAsync(500);
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
  });

  it('does not matter once the answer is whole', async () => {
    stage.api.plays.push(breaking(completed('t.1')));
    stage.conversation.say('Until when?');
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
  });

  it('ends in a retry that keeps the id and begins the answer again', async () => {
    for (let attempt = 0; attempt < 6; attempt++) stage.api.plays.push(() => { throw new TypeError('network error'); });
    stage.conversation.say('Until when?');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stage.shown()).toEqual(['contact Until when? (failed)']);
    const [entry] = stage.conversation.state.entries;
    stage.api.plays.push(playing(completed('t.1')));
    stage.conversation.retry(entry?.key ?? '');
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
    expect(new Set(stage.api.turns.map(({ utterance }) => utterance.clientMessageId))).toEqual(new Set([entry?.key]));
  });

  it('waits for the network and sends once it is back', async () => {
    stage.connection.go(false);
    stage.api.plays.push(() => { throw new TypeError('network error'); }, playing(completed('t.1')));
    stage.conversation.say('Until when?');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(stage.shown()).toEqual(['contact Until when? (offline)']);
    stage.connection.go(true);
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
    expect(new Set(stage.api.turns.map(({ utterance }) => utterance.clientMessageId)).size).toBe(1);
  });
});

describe('a refusal', () => {
  it('of the page turns the chat off', async () => {
    stage.api.plays.push(() => { throw new Refusal(403); });
    stage.conversation.say('Hello');
    await settle();
    expect(stage.conversation.state.available).toBe(false);
    expect(stage.shown()).toEqual(['contact Hello (unavailable)']);
  });

  it('for too many messages waits as told', async () => {
    stage.api.plays.push(() => { throw new Refusal(429, 7_000); }, playing(completed('t.1')));
    stage.conversation.say('Hello');
    await vi.advanceTimersByTimeAsync(6_999);
    expect(stage.shown()).toEqual(['contact Hello (waiting)']);
    await vi.advanceTimersByTimeAsync(1);
    expect(stage.shown()).toEqual(['contact Hello (settled)', 'assistant Until three.']);
  });

  it('for good is not sent again on the next page, unless somebody says so here', async () => {
    stage.api.plays.push(() => { throw new Refusal(422); });
    stage.conversation.say('Hello');
    await settle();
    expect(stage.shown()).toEqual(['contact Hello (failed)']);
    expect(stage.kept.kept.pending).toEqual([]);
    stage.api.plays.push(() => new Promise(() => undefined));
    stage.conversation.retry(stage.conversation.state.entries[0]?.key ?? '');
    await settle();
    expect(stage.kept.kept.pending).toHaveLength(1);
  });

  it('in the middle of a stream keeps what was read, and a retry does not repeat it', async () => {
    stage.api.plays.push(
      playing(SESSION, delta('t.6', 'Until '), ['t.6', { kind: 'error', problem: { status: 500 } }]),
      playing(delta('t.6', 'Until '), delta('t.12', 'three.'), completed('t.12')),
    );
    stage.conversation.say('Until when?');
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (failed)', 'assistant Until ']);
    stage.conversation.retry(stage.conversation.state.entries[0]?.key ?? '');
    await settle();
    expect(stage.shown()).toEqual(['contact Until when? (settled)', 'assistant Until three.']);
    expect(stage.api.turns[1]?.lastEventId).toBe('');
  });

  it('of a session that no longer exists begins a new one, once', async () => {
    stage.kept.kept = { sessionId: 'purged', pending: [] };
    stage.api.plays.push(() => { throw new Refusal(404); }, playing(SESSION, completed('t.1')));
    stage.conversation.say('Hello');
    await settle();
    expect(stage.api.turns.map(({ sessionId }) => sessionId)).toEqual(['purged', undefined]);
    expect(stage.kept.kept.sessionId).toBe('s-1');
  });
});
