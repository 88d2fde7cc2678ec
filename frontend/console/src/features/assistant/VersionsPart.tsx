import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { useNow } from '../../shared/useNow.ts';
import { DraftSheet } from './DraftSheet.tsx';
import type { Assistant, Version } from './contract.ts';
import type { useVersions } from './queries.ts';
import { ASSISTANT } from './texts.ts';
import { lookedAt, VERSION } from './versionPath.ts';
import { VersionSheet } from './VersionSheet.tsx';

interface VersionsPartProps {
  readonly versions: ReturnType<typeof useVersions>;
  readonly assistant: Assistant;
  /** Another draft has taken the place of what is in the form. */
  readonly onReplaced: () => void;
}

/** What was published, newest first; one of them, or the draft, is looked at closely. */
export function VersionsPart({ versions, assistant, onReplaced }: VersionsPartProps): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  const { data, error, refetch } = versions;
  const [asked, ask] = useAsked();
  const looked = lookedAt(asked.get(VERSION));
  // In place of the address that is there, or going back would have to be asked about while something is unsaved.
  const look = (number: number): void => { ask(() => ({ [VERSION]: String(number) }), { replace: true }); };
  const close = (): void => { ask(() => ({}), { replace: true }); };
  return (
    <Card>
      <div className="border-b border-line p-5 sm:px-6">
        <h2 className="text-xl">{text.title}</h2>
        <p className="mt-1 text-soft">{text.detail}</p>
      </div>
      {data === undefined ? (
        error === null ? <SkeletonRows rows={3} /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
      ) : data.length === 0 ? (
        <State icon="clock" title={text.empty} detail={text.emptyDetail} />
      ) : (
        <ul className="divide-y divide-line">
          {data.map((version) => <Row key={version.number} version={version} isInForce={version.number === assistant.version} onLook={() => { look(version.number); }} />)}
        </ul>
      )}
      <More of={versions} />
      {looked?.kind === 'draft' ? <DraftSheet assistant={assistant} onClose={close} /> : null}
      {looked?.kind === 'version' ? (
        <VersionSheet key={looked.number} number={looked.number} assistant={assistant} onReplaced={onReplaced} onClose={close} />
      ) : null}
    </Card>
  );
}

interface RowProps {
  readonly version: Version;
  readonly isInForce: boolean;
  readonly onLook: () => void;
}

function Row({ version: { number, publishedAt, publishedBy, restoredFrom }, isInForce, onLook }: RowProps): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const now = useNow();
  const n = formats.number(number);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3.5 hover:bg-hover sm:px-6">
      <button type="button" onClick={onLook} className="font-semibold hover:text-accent hover:underline">{text.number(n)}</button>
      {isInForce ? <Badge tone="good">{text.inForce}</Badge> : null}
      {restoredFrom === undefined ? null : <span className="text-sm text-soft">{text.restored(formats.number(restoredFrom))}</span>}
      <span className="ms-auto text-sm text-soft">
        <time dateTime={publishedAt} title={formats.moment(publishedAt)}>{formats.ago(publishedAt, now)}</time>{' '}
        {text.by(isolated(publishedBy.name === '' ? text.nobody : publishedBy.name))}
      </span>
    </li>
  );
}
