import { useId, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import type { Owner, Tenant } from './contract.ts';
import { TENANT } from './detailTexts.ts';

/** Whose it is, what it has, and what it used. */
export function FiguresPart({ tenant: { owners, counts, knowledge, usage } }: { readonly tenant: Tenant }): ReactNode {
  const text = useTexts(TENANT);
  const formats = useFormats();
  const id = useId();
  const names = text.counts;
  return (
    <Part title={text.figures}>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
        <div className="col-span-full">
          <dt className="text-[13px] text-soft">{names.owners}</dt>
          <dd>{owners.length === 0 ? text.noOwner : <ul>{owners.map((owner) => <OwnerLine key={owner.id} owner={owner} />)}</ul>}</dd>
        </div>
        <Figure name={names.members} value={counts.members} />
        <Figure name={names.invited} value={counts.invited} />
        <Figure name={names.keys} value={counts.keys} />
        <Figure name={names.conversations} value={counts.conversations} />
        <Figure name={names.documents} value={knowledge.documents} />
        <Figure name={names.failed} value={knowledge.failed} />
        <Figure name={names.chunks} value={knowledge.chunks} />
      </dl>
      <div role="group" aria-labelledby={id} className="mt-6 border-t border-line pt-5">
        <h3 id={id} className="text-lg">{text.usage}</h3>
        <p className="text-sm text-soft">{text.usageSince(formats.utcDay(usage.periodStart))}</p>
        <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-[15px]">
          {usage.meters.map(({ meter, quantity }) => (
            <div key={meter} className="contents">
              <dt className="text-soft">{text.meters[meter] ?? meter}</dt>
              <dd className="text-end font-semibold tabular-nums">{formats.number(quantity)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Part>
  );
}

function OwnerLine({ owner: { name, email, status } }: { readonly owner: Owner }): ReactNode {
  const text = useTexts(TENANT);
  return (
    <li className="[overflow-wrap:anywhere]">
      {name === undefined ? null : <><bdi className="font-semibold">{name}</bdi> · </>}
      <bdi>{email}</bdi>
      {status === 'invited' ? <span className="text-soft"> · {text.invitedMark}</span> : null}
    </li>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number }): ReactNode {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-[13px] text-soft">{name}</dt>
      <dd className="font-serif text-[26px] leading-none font-medium tabular-nums">{useFormats().number(value)}</dd>
    </div>
  );
}
