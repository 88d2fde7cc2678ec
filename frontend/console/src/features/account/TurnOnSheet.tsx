import { lazy, Suspense, useState, type ReactNode } from 'react';
import { codeIn } from '../../shared/door/CodeForm.tsx';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { OnceSheet } from '../../shared/ui/OnceSheet.tsx';
import type { PendingFactor } from './account.ts';
import { useBeginFactor, useConfirmFactor } from './queries.ts';
import { codesOnce, SECOND } from './secondTexts.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const Qr = lazy(() => import('./Qr.tsx'));

/** The password, then the authenticator's first code, then the recovery codes, this one time. */
export function TurnOnSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(SECOND);
  const [pending, setPending] = useState<PendingFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const once = codes === undefined
    ? undefined
    : codesOnce(text.done, text.recoveryWarning, text.recoveryCodes, codes);
  return (
    <OnceSheet title={text.turnOn} description={pending === undefined ? text.passwordFirst : text.scanDetail} once={once} onClose={onClose}>
      {pending === undefined ? <Begin onBegun={setPending} /> : <Enrol pending={pending} onDone={setCodes} onAnew={() => { setPending(undefined); }} />}
    </OnceSheet>
  );
}

function Begin({ onBegun }: { readonly onBegun: (pending: PendingFactor) => void }): ReactNode {
  const text = useTexts(SECOND);
  const account = useTexts(ACCOUNT_TEXTS);
  const { mutateAsync } = useBeginFactor();
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 409 ? text.isOnAlready : undefined));
  const errorAt = useErrorAt(sending);
  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.next} onSubmit={(form) => sending.send(async () => { onBegun(await mutateAsync(field(form, 'password'))); })}>
      <Input label={account.current} error={errorAt('/password', { wrong: account.wrong })} name="password" type="password" dir="ltr" autoComplete="current-password" required autoFocus maxLength={256} />
    </DoorForm>
  );
}

interface EnrolProps {
  readonly pending: PendingFactor;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onAnew: () => void;
}

function Enrol({ pending: { secret, uri }, onDone, onAnew }: EnrolProps): ReactNode {
  const text = useTexts(SECOND);
  const { second } = useTexts(DOOR);
  const { mutateAsync } = useConfirmFactor();
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }) => (status === 409 ? text.over : undefined));
  const errorAt = useErrorAt(sending);
  const isOver = alarm === text.over;
  return (
    <div className="space-y-5">
      <Suspense fallback={<div className="size-56 rounded-card bg-sunken" />}><Qr text={uri} label={text.qr} /></Suspense>
      <Copyable label={text.secret} text={secret} />
      <DoorForm
        sending={sending}
        alarm={alarm}
        submit={text.confirm}
        instead={isOver ? <Button className="mt-3 w-full" onClick={onAnew}>{text.anew}</Button> : undefined}
        onSubmit={(form) => sending.send(async () => { onDone(await mutateAsync(codeIn(field(form, 'code')))); })}
      >
        <Input label={second.code} hint={text.codeHint} error={errorAt('/code', { wrong: text.wrongCode })} name="code" dir="ltr" inputMode="numeric" autoComplete="one-time-code" required autoFocus maxLength={64} />
      </DoorForm>
    </div>
  );
}
