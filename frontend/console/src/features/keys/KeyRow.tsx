import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { isScope, type Key } from './contract.ts';
import { KeyMenu, type Undertaking } from './KeyMenu.tsx';
import { KEYS } from './texts.ts';

const TONES: Readonly<Record<Key['status'], Tone>> = { active: 'good', expiring: 'warn', revoked: 'calm' };

interface KeyRowProps {
  readonly apiKey: Key;
  readonly now: number;
  readonly onChoose: (undertaking: Undertaking) => void;
}

export function KeyRow({ apiKey, now, onChoose }: KeyRowProps): ReactNode {
  const text = useTexts(KEYS);
  const { name, kind, prefix, status } = apiKey;
  const used = <Used apiKey={apiKey} now={now} />;
  return (
    <tr className={cx('align-top hover:bg-hover', status === 'revoked' && 'text-soft')}>
      <td className="px-4 py-3 sm:px-5">
        <p className="flex font-semibold"><bdi className="truncate" title={name}>{name}</bdi></p>
        <p className="text-sm text-soft">
          {text.kinds[kind]} · <span className="sr-only">{text.begins} </span><bdi className="font-mono text-[13px]">{prefix}…</bdi>
        </p>
        <p className="text-sm text-soft md:hidden"><Reach apiKey={apiKey} /></p>
        <p className="text-sm text-soft lg:hidden">{text.usedAt} {used}</p>
        <div className="mt-1 sm:hidden"><Standing apiKey={apiKey} /></div>
      </td>
      <td className="px-3 py-3 text-sm text-soft max-md:hidden"><Reach apiKey={apiKey} /></td>
      <td className="px-3 py-3 whitespace-nowrap text-soft max-lg:hidden">{used}</td>
      <td className="px-3 py-3 max-sm:hidden"><Standing apiKey={apiKey} /></td>
      <td className="w-14 py-2 pe-3 text-end max-sm:w-12">{status === 'revoked' ? null : <KeyMenu apiKey={apiKey} onChoose={onChoose} />}</td>
    </tr>
  );
}

/** What it may do, or where. A scope that the console has no words for is shown as it is. */
function Reach({ apiKey: { kind, scopes = [], allowedOrigins = [] } }: { readonly apiKey: Key }): ReactNode {
  const text = useTexts(KEYS);
  if (kind === 'secret') return <span className="line-clamp-3">{scopes.map((scope) => (isScope(scope) ? text.scopeWords[scope] : scope)).join(' · ')}</span>;
  if (allowedOrigins.length === 0) return text.here;
  if (allowedOrigins.includes('*')) return text.everywhere;
  return <span className="line-clamp-3 [overflow-wrap:anywhere]">{allowedOrigins.map(isolated).join(' ')}</span>;
}

function Used({ apiKey: { lastUsedAt }, now }: Pick<KeyRowProps, 'apiKey' | 'now'>): ReactNode {
  const text = useTexts(KEYS);
  const formats = useFormats();
  if (lastUsedAt === undefined) return text.never;
  return <time dateTime={lastUsedAt} title={formats.moment(lastUsedAt)}>{formats.ago(lastUsedAt, now)}</time>;
}

function Standing({ apiKey: { status, expiresAt } }: { readonly apiKey: Key }): ReactNode {
  const text = useTexts(KEYS);
  const formats = useFormats();
  return (
    <>
      <Badge tone={TONES[status]}>{text.status[status]}</Badge>
      {status !== 'expiring' || expiresAt === undefined ? null : (
        <p className="mt-0.5 text-[13px] text-soft"><time dateTime={expiresAt}>{text.until(formats.moment(expiresAt))}</time></p>
      )}
    </>
  );
}
