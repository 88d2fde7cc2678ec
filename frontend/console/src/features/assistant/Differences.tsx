import { useMemo, type ReactNode } from 'react';
import { nameOf } from '../../shared/locale/languageName.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import type { Settings } from './contract.ts';
import { fieldDifferences, folded, lineDifference, type FieldDifference, type Line } from './difference.ts';
import { ASSISTANT } from './texts.ts';

interface DifferencesProps {
  readonly before: Settings;
  readonly after: Settings;
  /** What the two are called. */
  readonly columns: readonly [string, string];
}

export function Differences({ before, after, columns }: DifferencesProps): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  const fields = fieldDifferences(before, after);
  const isOtherwise = before.instructions !== after.instructions;
  if (fields.length === 0 && !isOtherwise) return <p className="text-soft">{text.same}</p>;
  return (
    <>
      {isOtherwise ? <Instructions before={before.instructions} after={after.instructions} /> : null}
      {fields.length === 0 ? null : <Fields fields={fields} columns={columns} />}
    </>
  );
}

const HEADING = 'mb-2 font-serif text-lg font-semibold';

function Instructions({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const lines = useMemo(() => folded(lineDifference(before, after)), [before, after]);
  return (
    <section className="mb-7">
      <h3 className={HEADING}>{text.instructions}</h3>
      <ol className="overflow-hidden rounded-xl border border-line text-[15px] leading-relaxed">
        {lines.map((line, at) =>
          typeof line === 'number' ? (
            <li key={at} className="bg-sunken px-3 py-1 text-sm text-soft">{text.skipped(formats.number(line), line === 1)}</li>
          ) : (
            <DifferentLine key={at} line={line} />
          ),
        )}
      </ol>
    </section>
  );
}

function DifferentLine({ line: { kind, text } }: { readonly line: Line }): ReactNode {
  const words = useTexts(ASSISTANT).versions;
  const said = { same: undefined, gone: words.gone, new: words.added }[kind];
  return (
    <li className={cx('flex gap-2 px-3 py-0.5', kind === 'gone' && 'bg-danger-wash text-danger', kind === 'new' && 'bg-good-wash text-good')}>
      <span aria-hidden="true" className="w-3 shrink-0 font-mono">{{ same: '', gone: '−', new: '+' }[kind]}</span>
      {said === undefined ? null : <span className="sr-only">{said}</span>}
      <span dir="auto" className="min-w-0 flex-1 text-start whitespace-pre-wrap [overflow-wrap:anywhere]">{text === '' ? ' ' : text}</span>
    </li>
  );
}

function Fields({ fields, columns: [was, is] }: { readonly fields: readonly FieldDifference[]; readonly columns: readonly [string, string] }): ReactNode {
  const { versions: text, draft } = useTexts(ASSISTANT);
  const { language: reader } = useLocale();
  return (
    <section>
      <h3 className={HEADING}>{text.settings}</h3>
      <table className="w-full table-fixed text-[15px]">
        <thead className="text-[13px] text-soft">
          <tr className="border-b border-line">
            <td className="w-[36%]" />
            <th scope="col" className="px-2 py-2 text-start font-semibold">{was}</th>
            <th scope="col" className="px-2 py-2 text-start font-semibold">{is}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {fields.map((found) => (
            <tr key={`${found.field}/${found.language ?? ''}`} className="align-top">
              <th scope="row" className="py-2 pe-3 text-start text-sm leading-6 font-normal text-soft">
                {found.language === undefined ? draft.fields[found.field] : draft.fallback(nameOf(found.language, reader))}
              </th>
              <td className="p-2"><Value found={found} value={found.before} className="bg-danger-wash text-danger" /></td>
              <td className="p-2"><Value found={found} value={found.after} className="bg-good-wash text-good" /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Value({ found: { field }, value, className }: { readonly found: FieldDifference; readonly value: string | undefined; readonly className: string }): ReactNode {
  const { versions: text, draft } = useTexts(ASSISTANT);
  const { language: reader } = useLocale();
  if (value === undefined) return <span className="text-soft">{field === 'model' ? text.platform : text.nothing}</span>;
  const shown = field !== 'language' ? value : value === 'auto' ? draft.auto : nameOf(value, reader);
  return <span dir={field === 'model' || field === 'fallback' ? 'auto' : undefined} className={`block rounded-md px-2 py-0.5 text-start whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`}>{shown}</span>;
}
