import { useId, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button, buttonClass } from '../../shared/ui/Button.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { isOver, type Onboarding, type Step, type StepName } from './contract.ts';
import { useDismiss, useOnboarding } from './queries.ts';
import { ONBOARDING } from './texts.ts';

/** Where each step is taken. */
const ROOMS: Readonly<Record<StepName, string>> = { knowledge: '/knowledge', tried: '/try-it', embedded: '/widget', answered: '/widget' };

/** A newcomer's way to the first answered question. It is an offer: while it cannot be had, nothing is said of it. */
export default function Checklist(): ReactNode {
  const { data } = useOnboarding();
  return data === undefined || isOver(data) ? null : <Steps onboarding={data} />;
}

function Steps({ onboarding: { steps } }: { readonly onboarding: Onboarding }): ReactNode {
  const text = useTexts(ONBOARDING);
  const formats = useFormats();
  const id = useId();
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done)?.step;
  return (
    <section aria-labelledby={id} className="mb-6 rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-xl">{text.title}</h2>
          <p role="status" className="text-sm text-soft">{text.progress(formats.number(done), formats.number(steps.length))}</p>
        </div>
        <Dismiss />
      </div>
      <ol className="mt-4 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, at) => <Item key={step.step} step={step} number={formats.number(at + 1)} isNext={step.step === next} />)}
      </ol>
    </section>
  );
}

interface ItemProps {
  readonly step: Step;
  readonly number: string;
  readonly isNext: boolean;
}

function Item({ step: { step, done }, number, isNext }: ItemProps): ReactNode {
  const text = useTexts(ONBOARDING);
  const { name, detail, go } = text.steps[step];
  const { pathname } = useLocation();
  const isElsewhere = pathname !== ROOMS[step];
  return (
    <li className={cx('flex gap-3 rounded-[10px] border p-3', isNext ? 'border-accent bg-accent-wash' : 'border-line')}>
      <span aria-hidden="true" className={cx('grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold', done ? 'bg-good-wash text-good' : 'bg-sunken text-soft')}>
        {done ? <Icon name="check" className="size-4" /> : number}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          {name}
          <span className="sr-only"> · {done ? text.done : text.open}</span>
        </p>
        {done ? null : <p className="text-sm text-soft">{detail}</p>}
        {isNext && isElsewhere ? <Link to={ROOMS[step]} className={cx(buttonClass('primary', 'small'), 'mt-2')}>{go}</Link> : null}
      </div>
    </li>
  );
}

function Dismiss(): ReactNode {
  const text = useTexts(ONBOARDING);
  const toast = useToast();
  const reason = useReason();
  const { mutateAsync, isPending } = useDismiss();
  async function set(dismissed: boolean): Promise<void> {
    try {
      await mutateAsync(dismissed);
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      toast({ tone: 'bad', title: dismissed ? text.notDismissed : text.notUndone, detail: reason(failure) });
      return;
    }
    if (!dismissed) return;
    // The button that had it is gone.
    document.getElementById('main')?.focus();
    toast({ tone: 'good', title: text.dismissed, action: { label: text.undo, onSelect: () => { void set(false); } } });
  }
  return <Button kind="quiet" size="icon" icon="close" busy={isPending} aria-label={text.dismiss} title={text.dismiss} onClick={() => { void set(true); }} />;
}
