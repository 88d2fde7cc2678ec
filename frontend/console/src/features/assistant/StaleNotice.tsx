import { useState, type ReactNode } from 'react';
import { useSentence } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { ASSISTANT } from './texts.ts';

interface StaleNoticeProps {
  readonly onTheirs: () => Promise<void>;
  readonly onMine: () => Promise<void>;
}

/** Two people have worked on the draft: whose it is to be. */
export function StaleNotice({ onTheirs, onMine }: StaleNoticeProps): ReactNode {
  const { stale: text, versions } = useTexts(ASSISTANT);
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
      toast({ tone: 'bad', title: versions.notDone, detail: sentence(failure) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <div role="alert" className="mt-5 rounded-xl bg-warn-wash p-4 text-warn">
      <p className="font-semibold">{text.title}</p>
      <p className="mt-0.5 text-sm">{text.detail}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" disabled={isBusy} onClick={() => { setAsking(true); }}>{text.theirs}</Button>
        <Button size="small" busy={isBusy} onClick={() => { void run(onMine); }}>{text.mine}</Button>
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
