import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { KNOWLEDGE } from './texts.ts';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChoose: () => void;
}

/** Files may be dropped anywhere; the zone says so and shows when it would catch them. */
export function DropZone({ onFiles, onChoose }: DropZoneProps): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const isOver = useFileDrop(onFiles);
  return (
    <div
      className={cx(
        'mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border-2 border-dashed px-5 py-4 transition-colors',
        isOver ? 'border-accent bg-accent-wash' : 'border-line',
      )}
    >
      <span className="grid size-10 place-items-center rounded-xl bg-accent-wash text-accent">
        <Icon name="upload" />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">
          {isOver ? text.dropNow : (
            <>
              <span className="hidden sm:inline">{text.drop} {text.or} </span>
              <button type="button" onClick={onChoose} className="rounded-sm max-sm:inline-block max-sm:first-letter:uppercase text-accent underline decoration-1 underline-offset-4 hover:text-accent-deep">
                {text.choose}
              </button>
            </>
          )}
        </p>
        <p className="text-sm text-soft">{text.dropDetail}</p>
      </div>
    </div>
  );
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Whether files are being dragged over the window. A file that is let go never replaces the page. */
function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    addEventListener('dragenter', over, { signal });
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', (event) => { if (event.relatedTarget === null) setOver(false); }, { signal });
    addEventListener('drop', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current(Array.from(event.dataTransfer?.files ?? []));
    }, { signal });
    return () => { listening.abort(); };
  }, []);
  return isOver;
}
