import type { ReactNode } from 'react';
import { WRITTEN_IN } from '../../shared/api/problem.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { KNOWLEDGE } from './texts.ts';
import { isWorthRetrying, type Upload } from './uploads.ts';

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly arrived: readonly string[];
  readonly onRetry: (key: number) => void;
  readonly onDrop: (key: number) => void;
}

export function UploadList({ uploads, arrived, onRetry, onDrop }: UploadListProps): ReactNode {
  const text = useTexts(KNOWLEDGE);
  return (
    <>
      <Outcome uploads={uploads} arrived={arrived} />
      {uploads.length === 0 ? null : (
        <Card className="mb-5">
          <h2 className="border-b border-line px-5 py-3 text-lg">{text.sending}</h2>
          <ul className="divide-y divide-line">
            {uploads.map((upload) => (
              <Row key={upload.key} upload={upload} onRetry={() => { onRetry(upload.key); }} onDrop={() => { onDrop(upload.key); }} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** For those who do not see the list: what came of the files, not how far each has come. */
function Outcome({ uploads, arrived }: Pick<UploadListProps, 'uploads' | 'arrived'>): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const formats = useFormats();
  const refused = uploads.filter(({ state }) => state.kind === 'refused').map(({ file }) => isolated(file.name));
  return (
    <p role="status" className="sr-only">
      {arrived.length === 0 ? null : text.arrived(isolated(arrived[0] ?? ''), formats.number(arrived.length), arrived.length)}
      {refused.length === 0 ? null : ` ${text.notTaken(refused.join(', '))}`}
    </p>
  );
}

interface RowProps {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

function Row({ upload: { file, state }, onRetry, onDrop }: RowProps): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const { language } = useLocale();
  const formats = useFormats();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex items-baseline gap-2">
          <bdi className="truncate font-semibold">{file.name}</bdi>
          <span className="shrink-0 text-sm text-soft">{formats.bytes(file.size)}</span>
        </p>
        {state.kind === 'refused' ? (
          <p className="mt-0.5 flex items-start gap-1.5 text-sm text-danger">
            <Icon name="alert" className="mt-0.5 size-4" />
            {text.refused[state.because]}{state.detail === undefined || language !== WRITTEN_IN ? null : ` ${state.detail}`}
          </p>
        ) : (
          <div className="mt-1.5 flex items-center gap-3 text-sm text-soft">
            <progress
              className="h-1.5 w-full max-w-80 overflow-hidden rounded-full"
              max={100}
              value={state.kind === 'sending' ? state.percent : 0}
              aria-label={text.uploading(file.name)}
            />
            <span className="shrink-0 tabular-nums">{state.kind === 'sending' ? formats.percent(state.percent) : text.waiting}</span>
          </div>
        )}
      </div>
      {state.kind === 'refused' && isWorthRetrying(state.because) ? (
        <Button size="small" icon="redo" onClick={onRetry}>{text.again}</Button>
      ) : null}
      <Button kind="quiet" size="icon" icon="close" aria-label={text.dismissFile(file.name)} title={text.dismiss} onClick={onDrop} />
    </li>
  );
}
