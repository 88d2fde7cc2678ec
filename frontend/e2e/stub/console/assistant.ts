import type { IncomingMessage } from 'node:http';
import { jsonOf } from '../respond.ts';

export interface Asked {
  readonly text: string;
  readonly locale?: string;
  readonly draft?: boolean;
  readonly history?: readonly { readonly role: string; readonly text: string }[];
}

const DOCUMENT = { documentId: '0192d3a0-0000-7000-8000-000000000001', documentName: 'opening-hours.md', page: 2 };
const PASSAGE = 'On Friday we are open from 11:30 to 15:00. On Saturday we open an hour after Shabbat ends.';

/** Knows the opening hours and nothing else. */
export class Assistant {
  readonly asked: Asked[] = [];

  async answer(request: IncomingMessage): Promise<unknown> {
    const asked = await jsonOf<Asked>(request);
    this.asked.push(asked);
    return /hour|open|friday|שעות|שישי/i.test(asked.text) ? ANSWERED : ABSTAINED;
  }
}

const ANSWERED = {
  text: 'On Friday we are open from 11:30 to 15:00 [1]. See [our] site for holidays.',
  outcome: 'answered',
  citations: [{ index: 1, ...DOCUMENT, snippet: 'On Friday we are open from 11:30 to 15:00.', score: 0.871 }],
  toolCalls: [],
  usage: { model: 'extractive', inputTokens: 412, outputTokens: 18 },
  conversationStatus: 'open',
  chunks: [
    { chunkId: 'c-1', ...DOCUMENT, heading: 'Opening hours', text: PASSAGE, score: 0.8712, cited: true },
    { chunkId: 'c-2', ...DOCUMENT, documentName: 'delivery.pdf', page: 1, text: 'We deliver within 5 km, every day until 22:30.', score: 0.4127, cited: false },
  ],
  prompt: `Answer from these passages only.\n\n[1] ${PASSAGE}\n\nQuestion: opening hours`,
  timings: { retrievalMs: 4.2, modelMs: 11.73, totalMs: 16.4 },
};

const ABSTAINED = {
  text: 'I do not find this in what I know.',
  outcome: 'abstained',
  citations: [],
  toolCalls: [],
  usage: { model: 'extractive', inputTokens: 0, outputTokens: 0 },
  conversationStatus: 'open',
  chunks: [],
  prompt: '',
  timings: { retrievalMs: 3.1, modelMs: 0, totalMs: 3.4 },
};
