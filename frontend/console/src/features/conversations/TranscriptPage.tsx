import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Conversation } from '../../shared/conversation/contract.ts';
import { StatusMark, useCalled } from '../../shared/conversation/marks.tsx';
import { channelNamed, CONVERSATION } from '../../shared/conversation/texts.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { BackLink } from '../../shared/ui/BackLink.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { LineView } from './LineView.tsx';
import { useConversation, useIsOperator, useTranscript } from './queries.ts';
import { CONVERSATIONS } from './texts.ts';

export function TranscriptPage(): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const called = useCalled();
  const { id = '' } = useParams();
  const conversation = useConversation(id);
  const { data, error, refetch } = conversation;
  return (
    <Room
      title={data === undefined ? text.transcript : called(data)}
      detail={data === undefined ? undefined : <Facts conversation={data} />}
      back={<BackLink to="/conversations">{text.title}</BackLink>}
    >
      {data !== undefined ? (
        <Transcript conversation={data} />
      ) : (
        <Card className={error === null ? 'p-6' : ''}>
          {error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}
        </Card>
      )}
    </Room>
  );
}

function Facts({ conversation: { tenant, contact, channel, status, createdAt } }: { readonly conversation: Conversation }): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const { channels } = useTexts(CONVERSATION);
  const formats = useFormats();
  const known = [tenant?.name, contact?.email, contact?.externalId].filter((fact) => fact !== undefined && fact !== '');
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <StatusMark status={status} />
        {contact?.verified === true ? <Badge tone="good">{text.verified}</Badge> : null}
        {contact?.blocked === true ? <Badge tone="bad">{text.blocked}</Badge> : null}
        <span>{channelNamed(channels, channel)}</span>
        <time dateTime={createdAt}>{text.began(formats.moment(createdAt))}</time>
      </p>
      {known.length === 0 ? null : <p className="mt-1 flex flex-wrap gap-x-3">{known.map((fact) => <bdi key={fact} className="[overflow-wrap:anywhere]">{fact}</bdi>)}</p>}
      {contact === undefined ? null : <p className="mt-1"><Link to={`/conversations?contact=${contact.id}`} className="font-semibold text-accent hover:underline">{text.others}</Link></p>}
    </>
  );
}

function Transcript({ conversation: { id } }: { readonly conversation: Conversation }): ReactNode {
  const text = useTexts(CONVERSATIONS);
  const isOperator = useIsOperator();
  const transcript = useTranscript(id);
  const { data, error, refetch } = transcript;
  return (
    <Card className={data === undefined && error === null ? 'p-6' : ''}>
      {data === undefined ? (
        error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
      ) : data.length === 0 ? (
        <State icon="conversations" title={text.silent} detail={text.silentDetail} />
      ) : (
        <>
          {isOperator ? <p className="border-b border-line px-5 py-3 text-sm text-soft">{text.audited}</p> : null}
          <ol aria-label={text.transcript} className="space-y-5 p-5 sm:p-6">
            {data.map((line) => <LineView key={line.messageId} line={line} />)}
          </ol>
        </>
      )}
      <More of={transcript} />
    </Card>
  );
}
