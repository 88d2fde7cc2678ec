import { useState, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useNow } from '../../shared/useNow.ts';
import type { Key } from './contract.ts';
import { EditKeySheet } from './EditKeySheet.tsx';
import { EmbedSheet } from './EmbedSheet.tsx';
import type { Undertaking } from './KeyMenu.tsx';
import { KeyRow } from './KeyRow.tsx';
import { RevokeKey } from './RevokeKey.tsx';
import { RotateSheet } from './RotateSheet.tsx';
import { KEYS } from './texts.ts';

export function KeyTable({ keys }: { readonly keys: readonly Key[] }): ReactNode {
  const { columns, keys: caption } = useTexts(KEYS);
  const [undertaken, setUndertaken] = useState<{ readonly apiKey: Key; readonly what: Undertaking }>();
  const now = useNow();
  return (
    <>
      <table className="w-full table-fixed text-[15px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-[13px] text-soft max-sm:collapse">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{columns.key}</th>
            <th scope="col" className="px-3 py-2.5 text-start font-semibold max-md:hidden">{columns.reach}</th>
            <th scope="col" className="w-36 px-3 py-2.5 text-start font-semibold max-lg:hidden">{columns.used}</th>
            <th scope="col" className="w-44 px-3 py-2.5 text-start font-semibold max-sm:hidden">{columns.status}</th>
            <th scope="col" className="w-14 max-sm:w-12"><span className="sr-only">{columns.actions}</span></th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {keys.map((key) => <KeyRow key={key.id} apiKey={key} now={now} onChoose={(what) => { setUndertaken({ apiKey: key, what }); }} />)}
        </tbody>
      </table>
      {undertaken === undefined ? null : <Undertaken {...undertaken} onClose={() => { setUndertaken(undefined); }} />}
    </>
  );
}

interface UndertakenProps {
  readonly apiKey: Key;
  readonly what: Undertaking;
  readonly onClose: () => void;
}

function Undertaken({ apiKey, what, onClose }: UndertakenProps): ReactNode {
  switch (what) {
    case 'embed':
      return <EmbedSheet apiKey={apiKey} onClose={onClose} />;
    case 'edit':
      return <EditKeySheet apiKey={apiKey} onClose={onClose} />;
    case 'rotate':
      return <RotateSheet apiKey={apiKey} onClose={onClose} />;
    case 'revoke':
      return <RevokeKey apiKey={apiKey} onClose={onClose} />;
  }
}
