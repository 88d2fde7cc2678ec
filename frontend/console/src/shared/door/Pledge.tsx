import type { ReactNode } from 'react';
import { useTexts } from '../locale/Locale.tsx';
import { Icon, Mark } from '../ui/icons.tsx';
import { DOOR } from './texts.ts';

export function Pledge(): ReactNode {
  const text = useTexts(DOOR);
  return (
    <div className="hidden flex-col justify-between bg-side p-12 text-side-ink lg:flex xl:p-16">
      <p className="flex items-center gap-3 font-serif text-xl font-semibold tracking-wide">
        <Mark className="size-9" />
        CSAI
      </p>
      <div>
        <p className="max-w-lg font-serif text-[44px] leading-[1.1] font-medium text-balance">{text.promise}</p>
        <p className="mt-4 max-w-md text-lg text-side-soft">{text.promiseDetail}</p>
      </div>
      <Proof />
    </div>
  );
}

/** What the promise looks like. */
function Proof(): ReactNode {
  const { proof } = useTexts(DOOR);
  return (
    <div aria-hidden="true" className="w-fit max-w-sm rounded-2xl bg-side-hover p-5">
      <p>
        {proof} <span className="rounded-md bg-side-active px-1.5 text-xs font-bold">1</span>
      </p>
      <p className="mt-3 flex items-center gap-2 border-t border-side-active pt-3 text-sm text-side-soft">
        <Icon name="file" className="size-4.5" />
        <bdi>opening-hours.pdf</bdi>
      </p>
    </div>
  );
}
