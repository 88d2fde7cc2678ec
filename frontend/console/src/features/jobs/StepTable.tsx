import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import type { Step } from './contract.ts';
import { Duration, StatusMark } from './marks.tsx';
import { JOBS } from './texts.ts';

const COUNTS = ['readCount', 'writeCount', 'filterCount', 'skipCount', 'commitCount', 'rollbackCount'] as const;

/** Wide by nature: on a narrow screen it scrolls by itself, and the page does not. */
export function StepTable({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const text = useTexts(JOBS);
  const formats = useFormats();
  return (
    <div className="overflow-x-auto outline-offset-[-2px]" tabIndex={0} role="group" aria-label={text.steps}>
      <table className="w-full text-[15px]">
        <caption className="sr-only">{text.steps}</caption>
        <thead className="text-[13px] text-soft">
          <tr className="border-b border-line">
            <th scope="col" className="px-5 py-2.5 text-start font-semibold">{text.step}</th>
            <th scope="col" className="px-3 py-2.5 text-start font-semibold">{text.columns.status}</th>
            {COUNTS.map((count) => <th key={count} scope="col" className="px-3 py-2.5 text-end font-semibold whitespace-nowrap">{text.counts[count]}</th>)}
            <th scope="col" className="px-5 py-2.5 text-end font-semibold">{text.duration}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {steps.map((step, at) => (
            <tr key={`${step.name} ${at}`}>
              <th scope="row" dir="ltr" className="px-5 py-3 text-start font-semibold whitespace-nowrap rtl:text-end">{step.name}</th>
              <td className="px-3 py-3"><StatusMark status={step.status} /></td>
              {COUNTS.map((count) => (
                <td key={count} className={cx('px-3 py-3 text-end tabular-nums', step[count] === 0 && 'text-soft', step[count] > 0 && (count === 'skipCount' || count === 'rollbackCount') && 'font-semibold text-warn')}>
                  {formats.number(step[count])}
                </td>
              ))}
              <td className="px-5 py-3 text-end whitespace-nowrap tabular-nums"><Duration of={step} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
