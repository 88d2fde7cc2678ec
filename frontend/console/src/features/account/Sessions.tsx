import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSentence } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { useEndSessions } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

export function Sessions(): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className="mt-1 mb-4 text-soft">{text.sessionsDetail}</p>
      <Button icon="leave" onClick={() => { setAsking(true); }}>{text.everywhere}</Button>
      {isAsking ? <LogOutEverywhere onClose={() => { setAsking(false); }} /> : null}
    </>
  );
}

function LogOutEverywhere({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(ACCOUNT_TEXTS);
  const toast = useToast();
  const sentence = useSentence();
  const session = useSession();
  const navigate = useNavigate();
  const { mutate, isPending } = useEndSessions();
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => {
        void navigate('/', { replace: true });
        void session.signOut('everywhere');
      },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: sentence(failure) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={text.everywhereTitle} detail={text.everywhereDetail} action={text.everywhere} busy={isPending} onConfirm={confirm} onClose={onClose} />;
}
