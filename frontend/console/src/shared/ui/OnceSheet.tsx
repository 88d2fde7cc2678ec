import { useState, type ReactNode } from 'react';
import { takeFocus } from '../door/takeFocus.ts';
import { texts } from '../locale/language.ts';
import { useTexts } from '../locale/Locale.tsx';
import { Button } from './Button.tsx';
import { Copyable } from './Copy.tsx';
import { HoldContext } from './hold.ts';
import { Icon } from './icons.tsx';
import { Sheet } from './Overlay.tsx';
import { LeaveQuestion, Unsaved } from './Unsaved.tsx';

const TEXTS = texts({
  en: {
    done: 'Done',
    download: 'Download',
    leave: 'Close without copying?',
    leaveDetail: 'It is not shown again.',
    leaveAction: 'Close',
  },
  he: {
    done: 'סיימתי',
    download: 'הורדה',
    leave: 'לסגור בלי להעתיק?',
    leaveDetail: 'זה לא יוצג שוב.',
    leaveAction: 'לסגור',
  },
});

/** What is shown this one time. */
export interface Once {
  readonly title: string;
  readonly warning: string;
  readonly label: string;
  readonly text: string;
  /** Offers to keep it in a file of this name, too. */
  readonly fileName?: string;
}

interface OnceSheetProps {
  readonly title: string;
  readonly description: ReactNode;
  /** Takes the place of the content once there is something to show. */
  readonly once: Once | undefined;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/**
 * Stays while it is being made, and asks before it is closed, or its page left, as long as nobody has taken what is
 * shown only now.
 */
export function OnceSheet({ title, description, once, children, onClose }: OnceSheetProps): ReactNode {
  const text = useTexts(TEXTS);
  const [isHeld, setHeld] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isShown = once !== undefined && !isTaken;
  const close = (): void => {
    if (isShown) setAsking(true);
    else if (!isHeld) onClose();
  };
  return (
    <>
      <Sheet title={once?.title ?? title} description={once === undefined ? description : null} onClose={close}>
        <HoldContext value={setHeld}>
          {once === undefined ? children : <Shown once={once} onTake={() => { setTaken(true); }} onDone={close} />}
        </HoldContext>
      </Sheet>
      {isAsking ? <LeaveQuestion words={text} onLeave={onClose} onStay={() => { setAsking(false); }} /> : null}
      <Untaken isComing={isHeld || isShown} />
    </>
  );
}

/** Asks before a page is left on which something is shown only now, or is about to be. */
export const Untaken = ({ isComing }: { readonly isComing: boolean }): ReactNode => <Unsaved isChanged={isComing} words={useTexts(TEXTS)} />;

interface ShownProps {
  readonly once: Once;
  readonly onTake: () => void;
  readonly onDone: () => void;
}

function Shown({ once: { warning, label, text: content, fileName }, onTake, onDone }: ShownProps): ReactNode {
  const text = useTexts(TEXTS);
  return (
    <div className="space-y-5">
      <p ref={takeFocus} tabIndex={-1} data-quiet-focus className="flex gap-3 rounded-card bg-warn-wash p-4 font-semibold text-warn">
        <Icon name="alert" className="mt-0.5" />
        {warning}
      </p>
      <Copyable label={label} text={content} onCopied={onTake} />
      <div className="flex flex-wrap gap-2">
        {fileName === undefined ? null : (
          <Button icon="download" onClick={() => { save(content, fileName); onTake(); }}>{text.download}</Button>
        )}
        <Button kind="primary" onClick={onDone}>{text.done}</Button>
      </div>
    </div>
  );
}

function save(content: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([`${content}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
