import type { Answer, StreamEvent } from '../api/contract';
import type { ReplyEntry } from './entries';
import type { Transcript } from './transcript';

/** Far more than a model writes; a stream without an end must not fill the page's memory. */
const MAX_TEXT = 100_000;

/** The answer to one utterance while it is being written. */
export class Reply {
  readonly #transcript: Transcript;
  readonly #to: string;
  readonly #key: string;
  readonly #now: () => number;

  constructor(transcript: Transcript, to: string, now: () => number) {
    this.#transcript = transcript;
    this.#to = to;
    this.#key = `${to}/reply`;
    this.#now = now;
    // A retry is answered from the first word again.
    transcript.amend('reply', this.#key, { text: '', streaming: true });
  }

  hear(event: Exclude<StreamEvent, { kind: 'session' }>): void {
    switch (event.kind) {
      case 'delta':
        this.#write({ text: (this.#entry().text + event.text).slice(0, MAX_TEXT), streaming: true });
        return;
      case 'tool':
        this.#transcript.put({ ...this.#entry(), streaming: true, tool: event.name }, this.#to);
        return;
      case 'completed':
        this.#complete(event.answer);
        return;
      case 'handed-off':
        this.#handedOff();
        return;
      case 'error':
        // The turn decides what becomes of it.
        return;
    }
  }

  /** The server has taken the question: an empty answer shows that it is being worked on. */
  begin(): void {
    if (this.#known() === undefined) this.#write({});
  }

  /** What was half said stays readable, but is no longer shown as being written. */
  end(): void {
    const entry = this.#known();
    if (entry?.text === '') this.#transcript.remove(this.#key);
    else if (entry?.streaming === true) this.#write({ streaming: false });
  }

  #complete({ text, messageId, outcome, citations }: Answer): void {
    this.#write({ text, messageId, outcome, citations, streaming: false });
    if (outcome === 'handed_off') this.#handedOff();
  }

  /** Said once: what follows goes to the same person. */
  #handedOff(): void {
    if (this.#transcript.find('notice', () => true) !== undefined) return;
    const answered = this.#known() !== undefined;
    const notice = { kind: 'notice', key: `${this.#to}/handed-off`, notice: 'handed-off' } as const;
    this.#transcript.put(notice, answered ? this.#key : this.#to);
  }

  /** Words end whatever tool was being waited for. */
  #write(part: Partial<ReplyEntry>): void {
    const entry = { ...this.#entry(), ...part };
    delete entry.tool;
    this.#transcript.put(entry, this.#to);
  }

  #known(): ReplyEntry | undefined {
    return this.#transcript.find('reply', ({ key }) => key === this.#key);
  }

  #entry(): ReplyEntry {
    const known = this.#known();
    if (known !== undefined) return known;
    return {
      kind: 'reply',
      key: this.#key,
      author: 'assistant',
      text: '',
      at: this.#now(),
      streaming: true,
      citations: [],
    };
  }
}
