import type { ReactNode } from 'react';
import { calledOf } from '../contact/called.ts';
import { useFormats, useTexts } from '../locale/Locale.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import type { Conversation, ConversationStatus } from './contract.ts';
import { CONVERSATION } from './texts.ts';

const TONES: Readonly<Record<ConversationStatus, Tone>> = { open: 'busy', pending: 'warn', handed_off: 'warn', resolved: 'good' };

export const StatusMark = ({ status }: { readonly status: ConversationStatus }): ReactNode => (
  <Badge tone={TONES[status]}>{useTexts(CONVERSATION).statuses[status]}</Badge>
);

/** What whoever writes is called. */
export function useCalled(): (conversation: Pick<Conversation, 'contact'>) => string {
  const { nameless } = useTexts(CONVERSATION);
  return ({ contact }) => (contact === undefined ? undefined : calledOf(contact)) ?? nameless;
}

/** Who said what last, in one line. */
export function LastMessage({ of: { lastMessage } }: { readonly of: Conversation }): ReactNode {
  const { authors } = useTexts(CONVERSATION);
  if (lastMessage === undefined) return null;
  const { author, text } = lastMessage;
  return (
    <p className="flex gap-1 text-sm text-soft">
      {author === 'contact' ? null : <span className="shrink-0">{authors[author]}:</span>}
      <bdi className="truncate">{text}</bdi>
    </p>
  );
}

export function Moment({ time, now }: { readonly time: string; readonly now: number }): ReactNode {
  const formats = useFormats();
  return <time dateTime={time} title={formats.moment(time)}>{formats.ago(time, now)}</time>;
}
