import { useState, type ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Installation, PageKey } from './contract.ts';
import { FINDINGS, isCode } from './findings.ts';
import { Note } from './Note.tsx';
import { useAllow, useCheck } from './queries.ts';
import { WIDGET } from './texts.ts';

interface CheckPartProps {
  readonly keys: readonly PageKey[];
  /** A page that is likely to be meant. */
  readonly suggestion: string;
}

/** Has the platform fetch a page and says what it found there, and how to mend it. */
export function CheckPart({ keys, suggestion }: CheckPartProps): ReactNode {
  const text = useTexts(WIDGET);
  const { mutateAsync } = useCheck();
  const [checked, setChecked] = useState<{ readonly url: string; readonly installation: Installation }>();
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const check = (url: string): Promise<boolean> => {
    setChecked(undefined);
    return sending.send(async () => { setChecked({ url, installation: await mutateAsync(url) }); });
  };
  const key = keys.find(({ id }) => id === checked?.installation.keyId);
  return (
    <Part title={text.check} detail={<p className="max-w-prose">{text.checkDetail}</p>}>
      <DoorForm sending={sending} alarm={alarm} submit={text.checkIt} onSubmit={(form) => check(field(form, 'url'))}>
        <Input label={text.page} hint={text.pageHint} error={errorAt('/url')} name="url" dir="ltr" inputMode="url" autoComplete="url" required maxLength={2_000} defaultValue={suggestion} />
      </DoorForm>
      <div role="status" className="mt-5">
        {checked === undefined ? null : <Findings installation={checked.installation} />}
      </div>
      {checked === undefined || key === undefined ? null : <Allow pageKey={key} installation={checked.installation} onAllowed={() => { void check(checked.url); }} />}
    </Part>
  );
}

function Findings({ installation: { installed, findings, origin, status } }: { readonly installation: Installation }): ReactNode {
  const text = useTexts(WIDGET);
  const words = useTexts(FINDINGS);
  const facts = { origin: isolated(origin), status: String(status ?? '') };
  return (
    <>
      <p className="mb-3 font-serif text-lg font-semibold">{installed ? text.works : text.worksNot}</p>
      <ul className="space-y-1">
        {findings.map(({ code, severity }) => (
          <li key={code}>
            <Note severity={severity}>{isCode(code) ? words[code](facts) : code}</Note>
          </li>
        ))}
      </ul>
    </>
  );
}

interface AllowProps {
  readonly pageKey: PageKey;
  readonly installation: Installation;
  readonly onAllowed: () => void;
}

/** Mends what is found most often, here and now. */
function Allow({ pageKey: { id, allowedOrigins = [] }, installation: { origin, findings }, onAllowed }: AllowProps): ReactNode {
  const text = useTexts(WIDGET);
  const toast = useToast();
  const reason = useReason();
  const { mutate, isPending } = useAllow();
  if (!findings.some(({ code }) => code === 'origin-missing')) return null;
  const allow = (): void => {
    mutate({ id, allowedOrigins: [...allowedOrigins, origin] }, {
      onSuccess: onAllowed,
      onError: (failure) => { toast({ tone: 'bad', title: text.notAllowed, detail: reason(failure) }); },
    });
  };
  return <Button className="mt-4 max-w-full" icon="plus" busy={isPending} onClick={allow}><span className="truncate">{text.allow(isolated(origin))}</span></Button>;
}
