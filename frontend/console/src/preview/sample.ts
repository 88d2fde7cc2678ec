import type { Answer, Citation, StoredMessage } from '@csai/widget/src/api/contract.ts';
import type { Language } from '../shared/locale/language.ts';
import type { PreviewDraft } from '../shared/preview.ts';

interface Sample {
  readonly question: string;
  readonly answer: string;
  readonly document: string;
  readonly snippet: string;
  readonly reply: string;
}

const SAMPLES: Readonly<Record<Language, Sample>> = {
  en: {
    question: 'Are you open on Friday?',
    answer: 'Yes, on Friday we are open from 9:00 to 14:00 [1].',
    document: 'Opening hours',
    snippet: 'On Friday we are open from 9:00 to 14:00.',
    reply: 'This is a preview, so nobody answers. On your page the assistant answers from your knowledge.',
  },
  he: {
    question: 'אתם פתוחים ביום שישי?',
    answer: 'כן, ביום שישי אנחנו פתוחים מ־9:00 עד 14:00 [1].',
    document: 'שעות פתיחה',
    snippet: 'ביום שישי אנחנו פתוחים מ־9:00 עד 14:00.',
    reply: 'זו תצוגה מקדימה, ולכן אין כאן מי שיענה. בדף שלך העוזר עונה מתוך מאגר הידע.',
  },
};
const SESSION = 'preview';

/**
 * Answers in the place of the platform: with a conversation that nobody has had, of which nothing is stored or billed.
 * The page's policy lets no request out, so what is not answered here is not answered at all.
 */
export function sampleAnswer(path: string, { locale, config }: PreviewDraft): Response {
  const sample = SAMPLES[locale];
  if (path.startsWith('/v1/widget/config')) return json(config);
  if (path === '/v1/chat/sessions') return json({ sessionId: SESSION });
  if (path.startsWith(`/v1/chat/sessions/${SESSION}/messages`)) return json({ items: history(sample), nextCursor: null });
  if (path === '/v1/chat/messages') return stream(sample);
  return json({});
}

const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });

function history({ question, answer, document, snippet }: Sample): readonly StoredMessage[] {
  const createdAt = new Date().toISOString();
  const citations: readonly Citation[] = [{ index: 1, documentId: 'preview', documentName: document, snippet, score: 1 }];
  return [
    { messageId: 'question', direction: 'inbound', author: 'contact', text: question, citations: [], createdAt },
    { messageId: 'answer', direction: 'outbound', author: 'assistant', text: answer, outcome: 'answered', citations, createdAt },
  ];
}

function stream({ reply }: Sample): Response {
  const answer: Answer = {
    sessionId: SESSION, conversationId: SESSION, messageId: crypto.randomUUID(), text: reply, outcome: 'answered', citations: [], conversationStatus: 'open',
  };
  const events: readonly (readonly [string, unknown])[] = [['session', { sessionId: SESSION }], ['delta', { text: reply }], ['completed', answer]];
  const body = events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join('');
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}
