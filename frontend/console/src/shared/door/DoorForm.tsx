import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useHold } from '../ui/hold.ts';
import { Submit } from './Submit.tsx';
import type { Sending } from './useSending.ts';

interface DoorFormProps {
  readonly sending: Sending;
  readonly alarm: string | undefined;
  readonly submit: string;
  /** Another way to send the same form. */
  readonly instead?: ReactNode;
  /** @param form with the button that was pressed, if it has a name */
  readonly onSubmit: (form: FormData) => unknown;
  readonly children: ReactNode;
}

/** Fields, what went wrong, and the button; the focus goes to the first field that was refused. */
export function DoorForm({ sending, alarm, submit, instead, onSubmit, children }: DoorFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const { failure, isBusy } = sending;
  useHold(isBusy);
  useEffect(() => {
    if (failure !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failure]);

  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget, event.nativeEvent.submitter));
  }

  return (
    <form ref={form} onSubmit={send}>
      <div className="mt-5 space-y-4">{children}</div>
      <p role="alert" className="mt-4 min-h-6 text-sm font-semibold text-danger">{alarm}</p>
      <Submit sending={sending} className="mt-2 w-full">{submit}</Submit>
      {instead}
    </form>
  );
}

export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
