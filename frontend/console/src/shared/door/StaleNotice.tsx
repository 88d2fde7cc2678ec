import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Overlay.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useSentence } from './trouble.ts';

interface StaleNoticeProps {
  readonly text: Readonly<Record<'title' | 'detail' | 'theirs' | 'mine' | 'theirsTitle' | 'theirsDetail' | 'notDone', string>>;
  readonly onTheirs: () => Promise<void>;
  /** @param form around the notice, as it is now */
  readonly onMine: (form: HTMLFormElement | null) => Promise<void>;
}

/** Two people have worked on the same: whose it is to be. Inside of the form of one of them. */
export function StaleNotice({ text, onTheirs, onMine }: StaleNoticeProps): ReactNode {
  const toast = useToast();
  const sentence = useSentence();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      toast({ tone: 'bad', title: text.notDone, detail: sentence(failure) });
    } finally {
      setBusy(false);
    }
  }
  function takeMine({ form }: HTMLButtonElement): void { void run(() => onMine(form)); }
  return (
    <div role="alert" className="mt-5 rounded-xl bg-warn-wash p-4 text-warn">
      <p className="font-semibold">{text.title}</p>
      <p className="mt-0.5 text-sm">{text.detail}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" disabled={isBusy} onClick={() => { setAsking(true); }}>{text.theirs}</Button>
        <Button size="small" busy={isBusy} onClick={(event) => { takeMine(event.currentTarget); }}>{text.mine}</Button>
      </div>
      {isAsking ? (
        <Confirm
          title={text.theirsTitle}
          detail={text.theirsDetail}
          action={text.theirs}
          busy={isBusy}
          onConfirm={() => { void run(onTheirs).then(() => { setAsking(false); }); }}
          onClose={() => { setAsking(false); }}
        />
      ) : null}
    </div>
  );
}
