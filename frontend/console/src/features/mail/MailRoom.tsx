import { useState, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State, useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Mail } from './contract.ts';
import { MailSheet } from './MailSheet.tsx';
import { MailTable } from './MailTable.tsx';
import { useMails } from './queries.ts';
import { MAIL } from './texts.ts';

export default function MailRoom(): ReactNode {
  const text = useTexts(MAIL);
  const formats = useFormats();
  const toast = useToast();
  const reason = useReason();
  const [opened, setOpened] = useState<Mail>();
  const mails = useMails();
  const { data, error, refetch, isRefetching, hasNextPage, isFetchingNextPage } = mails;

  /** What is shown already stays when asking for it anew fails. */
  async function refresh(): Promise<void> {
    const { error: failure } = await refetch();
    if (failure !== null) toast({ tone: 'bad', title: text.notRefreshed, detail: reason(failure) });
  }

  return (
    <Room
      title={text.title}
      detail={text.detail}
      actions={data === undefined ? undefined : <Button icon="redo" busy={isRefetching && !isFetchingNextPage} onClick={() => { void refresh(); }}>{text.refresh}</Button>}
    >
      <Card>
        {data === undefined ? (
          error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length === 0 ? (
          <State icon="mail" title={text.empty} detail={text.emptyDetail} />
        ) : (
          <>
            <p role="status" className="border-b border-line px-4 py-3 text-sm text-soft sm:px-5">
              {text.count(`${formats.number(data.length)}${hasNextPage ? '+' : ''}`, hasNextPage ? 2 : data.length)}
            </p>
            <MailTable mails={data} onOpen={setOpened} />
          </>
        )}
        <More of={mails} />
      </Card>
      {opened === undefined ? null : <MailSheet mail={opened} onClose={() => { setOpened(undefined); }} />}
    </Room>
  );
}
