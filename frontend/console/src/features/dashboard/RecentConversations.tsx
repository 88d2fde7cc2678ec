import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../../shared/conversation/contract.ts';
import { LastMessage, Moment, StatusMark, useCalled } from '../../shared/conversation/marks.tsx';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { useNow } from '../../shared/useNow.ts';
import { DASHBOARD } from './texts.ts';

export function RecentConversations({ conversations }: { readonly conversations: readonly Conversation[] }): ReactNode {
  const text = useTexts(DASHBOARD);
  const called = useCalled();
  const now = useNow();
  return (
    <Card>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-5 py-3.5">
        <h2 className="text-xl">{text.recent}</h2>
        <Link to="/conversations" className="font-semibold text-accent hover:underline">{text.all}</Link>
      </header>
      <ul className="divide-y divide-line">
        {conversations.map((conversation) => (
          <li key={conversation.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3 hover:bg-hover">
            <div className="min-w-0 flex-1 basis-60">
              <Link to={`/conversations/${conversation.id}`} className="flex font-semibold hover:text-accent hover:underline"><bdi className="truncate">{called(conversation)}</bdi></Link>
              <LastMessage of={conversation} />
            </div>
            <div className="flex items-center gap-3 text-sm text-soft"><StatusMark status={conversation.status} /> <Moment time={conversation.lastActivityAt} now={now} /></div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
