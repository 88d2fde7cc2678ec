import { useState, type ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Key } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { ListPart } from './ListPart.tsx';
import { useKeys } from './queries.ts';
import { ReplaceKeySheet } from './ReplaceKeySheet.tsx';

const TONES: Readonly<Record<Key['status'], Tone>> = { active: 'good', expiring: 'warn', revoked: 'calm' };

export function KeysPart({ id }: { readonly id: string }): ReactNode {
  const text = useTexts(TENANT);
  const [chosen, setChosen] = useState<Key>();
  const { key, status } = text.keyColumns;
  return (
    <>
      <ListPart title={text.keys} empty={text.keysEmpty} of={useKeys(id)}>
        {(keys) => (
          <table className="w-full table-fixed text-[15px]">
            <caption className="sr-only">{text.keys}</caption>
            <colgroup><col /><col className="w-36" /></colgroup>
            <thead className="sr-only">
              <tr><th scope="col">{key}</th><th scope="col">{status}</th></tr>
            </thead>
            <tbody className="divide-y divide-line">
              {keys.map((known) => <Row key={known.id} apiKey={known} onReplace={() => { setChosen(known); }} />)}
            </tbody>
          </table>
        )}
      </ListPart>
      {chosen === undefined ? null : <ReplaceKeySheet tenantId={id} apiKey={chosen} onClose={() => { setChosen(undefined); }} />}
    </>
  );
}

/** A key that has a successor already is not replaced once more. */
function Row({ apiKey: { name, kind, prefix, status, lastUsedAt }, onReplace }: { readonly apiKey: Key; readonly onReplace: () => void }): ReactNode {
  const text = useTexts(TENANT);
  const formats = useFormats();
  const now = useNow();
  return (
    <tr className="align-top">
      <td className="px-5 py-2.5">
        <p className="flex font-semibold"><bdi className="truncate" title={name}>{name}</bdi></p>
        <p className="text-sm text-soft">{text.kinds[kind]} · <span className="sr-only">{text.begins} </span><bdi className="font-mono text-[13px]">{prefix}…</bdi></p>
        <p className="text-sm text-soft">{text.keyColumns.used}: {lastUsedAt === undefined ? text.never : <time dateTime={lastUsedAt}>{formats.ago(lastUsedAt, now)}</time>}</p>
      </td>
      <td className="py-2.5 pe-5">
        <div className="flex flex-col items-end gap-2">
          <Badge tone={TONES[status]}>{text.keyStatus[status]}</Badge>
          {status === 'active' ? <Button size="small" onClick={onReplace} aria-label={text.replaceOf(isolated(name))}>{text.replace}</Button> : null}
        </div>
      </td>
    </tr>
  );
}
