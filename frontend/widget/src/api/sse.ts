/** One dispatched event of a `text/event-stream`, as the WHATWG specification defines it. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  /** The last id seen on this stream, which may come from an earlier event. */
  readonly id: string;
}

export interface SseParser {
  push(chunk: string): void;
}

/** Far above any answer with its citations; a line that never ends must not fill the page's memory. */
const MAX_LINE = 1_000_000;

/**
 * Parses a stream piece by piece: a piece may end anywhere, also between the CR and the LF of one line end. An
 * unfinished event at the end of the stream is dropped, as the specification asks. The text decoder before this has already removed a byte order mark.
 */
export function createSseParser(dispatch: (event: ServerSentEvent) => void): SseParser {
  let rest = '';
  let afterCarriageReturn = false;
  let event = '';
  let data: string[] = [];
  let id = '';

  function field(name: string, value: string): void {
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  }

  function line(text: string): void {
    if (text === '') {
      if (data.length > 0) dispatch({ event: event || 'message', data: data.join('\n'), id });
      event = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    if (colon < 0) field(text, '');
    else field(text.slice(0, colon), text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1));
  }

  return {
    push(chunk) {
      const text = rest + chunk;
      let from = afterCarriageReturn && chunk.startsWith('\n') ? 1 : 0;
      if (chunk !== '') afterCarriageReturn = false;
      for (let at = Math.max(from, rest.length); at < text.length; at++) {
        const char = text[at];
        if (char !== '\n' && char !== '\r') continue;
        line(text.slice(from, at));
        if (char === '\r') {
          if (at + 1 === text.length) afterCarriageReturn = true;
          else if (text[at + 1] === '\n') at++;
        }
        from = at + 1;
      }
      rest = text.slice(from);
      if (rest.length > MAX_LINE) throw new RangeError('a line of the stream is too long');
    },
  };
}
