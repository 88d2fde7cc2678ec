import { describe, expect, it } from 'vitest';
import { createSseParser, type ServerSentEvent } from '../src/api/sse';

function parse(...chunks: readonly string[]): readonly ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const parser = createSseParser((event) => events.push(event));
  for (const chunk of chunks) parser.push(chunk);
  return events;
}

const STREAM = [
  ': welcome\n\n',
  'id: 1\r\nevent: session\r\ndata: {"sessionId":"s"}\r\n\r\n',
  'event: delta\rid: 2\rdata: שלום\rdata:  עולם 🍕\r\r',
  ':\n',
  'data\n\n',
  'id\ndata: after the id was cleared\n\n',
  'event: ignored\n\n',
  'retry: 100\nunknown: field\nid: a\0b\ndata: colon: inside\n\n',
].join('');

const EXPECTED: readonly ServerSentEvent[] = [
  { event: 'session', id: '1', data: '{"sessionId":"s"}' },
  { event: 'delta', id: '2', data: 'שלום\n עולם 🍕' },
  { event: 'message', id: '2', data: '' },
  { event: 'message', id: '', data: 'after the id was cleared' },
  { event: 'message', id: '', data: 'colon: inside' },
];

describe('the parser of server-sent events', () => {
  it('reads every kind of line the specification knows', () => {
    expect(parse(STREAM)).toEqual(EXPECTED);
  });

  it('reads the same wherever the stream is cut in two', () => {
    for (let at = 0; at <= STREAM.length; at++) {
      expect(parse(STREAM.slice(0, at), STREAM.slice(at)), `cut at ${at}`).toEqual(EXPECTED);
    }
  });

  it('reads the same when every character comes alone, with nothing in between', () => {
    expect(parse(...Array.from({ length: STREAM.length }, (_, at) => STREAM.charAt(at)).flatMap((char) => ['', char]))).toEqual(EXPECTED);
  });

  it('reads the same wherever the bytes are cut, also inside a letter', () => {
    const bytes = new TextEncoder().encode(STREAM);
    for (let at = 0; at <= bytes.length; at++) {
      const decoder = new TextDecoder();
      const chunks = [bytes.slice(0, at), bytes.slice(at)].map((part) => decoder.decode(part, { stream: true }));
      expect(parse(...chunks), `cut at byte ${at}`).toEqual(EXPECTED);
    }
  });

  it('drops an event that the stream does not finish', () => {
    expect(parse('data: whole\n\ndata: half\n')).toEqual([{ event: 'message', id: '', data: 'whole' }]);
  });

  it('refuses a line that never ends', () => {
    const parser = createSseParser(() => undefined);
    const chunk = 'x'.repeat(100_000);
    for (let pushed = 0; pushed < 10; pushed++) parser.push(chunk);
    expect(() => { parser.push(chunk); }).toThrow(RangeError);
  });
});
