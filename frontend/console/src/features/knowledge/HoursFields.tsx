import { useId, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { inputClass } from '../../shared/ui/Field.tsx';
import { DAYS, PROFILE_LIMITS, type Day } from './contract.ts';
import type { ErrorOf } from './Editor.tsx';
import { FORMS } from './formTexts.ts';
import { changed } from './keyed.ts';
import { newSpan, timesBefore, type DayDraft, type DayState, type ProfileDraft, type Span } from './profileDraft.ts';
import { useRemoval } from './useRemoval.ts';

const STATES: readonly DayState[] = ['unstated', 'open', 'closed'];

type Hours = ProfileDraft['hours'];

interface HoursFieldsProps {
  readonly hours: Hours;
  readonly errorOf: ErrorOf;
  readonly onChange: (edit: (hours: Hours) => Hours) => void;
}

export function HoursFields({ hours, errorOf, onChange }: HoursFieldsProps): ReactNode {
  const error = errorOf('/hours');
  return (
    <>
      <ul className="space-y-2.5">
        {DAYS.map((day) => (
          <DayFields
            key={day}
            day={day}
            draft={hours[day]}
            errorOf={(nth, end) => errorOf(`/hours/${timesBefore(hours, day) + nth}/${end}`)}
            onChange={(edit) => { onChange((now) => ({ ...now, [day]: { ...now[day], ...edit(now[day]) } })); }}
          />
        ))}
      </ul>
      {error === undefined ? null : <p role="alert" className="mt-3 text-sm text-danger">{error}</p>}
    </>
  );
}

const ENDS = ['opens', 'closes'] as const;
type End = (typeof ENDS)[number];

interface DayFieldsProps {
  readonly day: Day;
  readonly draft: DayDraft;
  /** @param nth of the day's times */
  readonly errorOf: (nth: number, end: End) => string | undefined;
  readonly onChange: (edit: (day: DayDraft) => Partial<DayDraft>) => void;
}

function DayFields({ day, draft: { state, spans }, errorOf, onChange }: DayFieldsProps): ReactNode {
  const { profile: text } = useTexts(FORMS);
  const name = text.days[day];
  const edit = (change: (spans: DayDraft['spans']) => DayDraft['spans']): void => { onChange((now) => ({ spans: change(now.spans) })); };
  const { add, remove } = useRemoval<DayDraft['spans'][number]>(edit);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <span className="w-24 pt-1.5 text-[15px]">{name}</span>
      <select
        aria-label={text.stateOf(name)}
        value={state}
        onChange={({ target }) => {
          const chosen = STATES.find((known) => known === target.value);
          if (chosen !== undefined) onChange(() => ({ state: chosen }));
        }}
        className={cx(inputClass, 'h-9 w-30 px-2', state !== 'open' && 'text-soft')}
      >
        {STATES.map((known) => <option key={known} value={known}>{text.state[known]}</option>)}
      </select>
      {state === 'open' ? (
        <ul className="basis-full space-y-2 pb-2 sm:ps-27">
          {spans.map((span, at) => (
            <li key={span.key} className="flex flex-wrap items-center gap-2">
              <SpanFields name={name} span={span} errorOf={(end) => errorOf(at, end)} onChange={(part) => { edit((now) => changed(now, span.key, part)); }} />
              {at > 0 ? (
                <Button kind="quiet" size="icon" icon="trash" aria-label={text.removeSpan(name)} onClick={(event) => { remove(event, spans, span, text.removedSpan(name)); }} />
              ) : spans.length < PROFILE_LIMITS.spans ? (
                <Button ref={add} kind="quiet" size="icon" icon="plus" aria-label={text.addSpan(name)} title={text.addSpan(name)} onClick={() => { edit((now) => [...now, newSpan('17:00', '20:00')]); }} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface SpanFieldsProps {
  readonly name: string;
  readonly span: Span;
  readonly errorOf: (end: End) => string | undefined;
  readonly onChange: (part: Partial<Span>) => void;
}

function SpanFields({ name, span, errorOf, onChange }: SpanFieldsProps): ReactNode {
  const { profile: text } = useTexts(FORMS);
  const id = useId();
  const time = (end: End): ReactNode => (
    <input
      type="time"
      dir="ltr"
      required
      aria-label={text[end](name)}
      aria-invalid={errorOf(end) === undefined ? undefined : true}
      aria-describedby={errorOf(end) === undefined ? undefined : `${id}-${end}`}
      value={span[end]}
      onChange={({ target }) => { onChange({ [end]: target.value }); }}
      className={cx(inputClass, 'h-9 min-w-0 flex-1 px-2 tabular-nums sm:w-30 sm:flex-none')}
    />
  );
  return (
    <>
      {time('opens')}
      <span className="text-sm text-soft">{text.until}</span>
      {time('closes')}
      {ENDS.map((end) => (errorOf(end) === undefined ? null : <p key={end} id={`${id}-${end}`} className="order-last basis-full text-sm text-danger">{errorOf(end)}</p>))}
    </>
  );
}
