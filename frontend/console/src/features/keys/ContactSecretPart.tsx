import { useState, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { OnceSheet, Untaken } from '../../shared/ui/OnceSheet.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { ContactSecret } from './contract.ts';
import { useContactSecret, useEndPrevious, useMakeContactSecret } from './queries.ts';
import { KEYS } from './texts.ts';
import { useKeyReason } from './trouble.ts';

export function ContactSecretPart(): ReactNode {
  const { contact: text } = useTexts(KEYS);
  const { data, error, refetch } = useContactSecret();
  return (
    <Part title={text.title} detail={<p className="max-w-prose">{text.detail}</p>}>
      <div className="mt-4">
        {data !== undefined ? <Content secret={data} /> : error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}
      </div>
    </Part>
  );
}

function Content({ secret }: { readonly secret: ContactSecret | null }): ReactNode {
  const { contact: text, once } = useTexts(KEYS);
  const { make, made, isBusy, forget } = useMaking();
  const [isReplacing, setReplacing] = useState(false);
  return (
    <>
      {secret === null ? <p className="mb-4">{text.none}</p> : <Facts secret={secret} />}
      {secret === null ? (
        <Button icon="key" busy={isBusy} onClick={() => { make(); }}>{text.make}</Button>
      ) : (
        <Button icon="redo" onClick={() => { setReplacing(true); }}>{text.replace}</Button>
      )}
      {secret?.previousUntil === undefined ? null : <EndPrevious />}
      {isReplacing ? (
        <Confirm
          title={text.replaceTitle}
          detail={text.replaceDetail}
          action={text.replace}
          kind="primary"
          busy={isBusy}
          onConfirm={() => { make(() => { setReplacing(false); }); }}
          onClose={() => { setReplacing(false); }}
        />
      ) : null}
      <Untaken isComing={isBusy} />
      {made === undefined ? null : (
        <OnceSheet title={text.made} description={null} once={{ title: text.made, warning: once, label: text.title, text: made }} onClose={forget}>{null}</OnceSheet>
      )}
    </>
  );
}

function Facts({ secret: { createdAt, previousUntil } }: { readonly secret: ContactSecret }): ReactNode {
  const { contact: text } = useTexts(KEYS);
  const formats = useFormats();
  return (
    <p className="mb-4">
      {text.since(formats.moment(createdAt))} {previousUntil === undefined ? null : text.previous(formats.moment(previousUntil))}
    </p>
  );
}

interface Making {
  /** @param settled whatever came of it */
  readonly make: (settled?: () => void) => void;
  /** The text of the secret, for as long as it is shown. */
  readonly made: string | undefined;
  readonly isBusy: boolean;
  readonly forget: () => void;
}

function useMaking(): Making {
  const { contact: text } = useTexts(KEYS);
  const toast = useToast();
  const reason = useKeyReason();
  const { mutate, isPending } = useMakeContactSecret();
  const [made, setMade] = useState<string>();
  const make = (settled: () => void = () => undefined): void => {
    mutate(undefined, {
      onSuccess: ({ secret }) => { setMade(secret); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notMade, detail: reason(failure) }); },
      onSettled: settled,
    });
  };
  return { make, made, isBusy: isPending, forget: () => { setMade(undefined); } };
}

function EndPrevious(): ReactNode {
  const { contact: text } = useTexts(KEYS);
  const toast = useToast();
  const reason = useKeyReason();
  const { mutate, isPending } = useEndPrevious();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); };
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => { toast({ tone: 'good', title: text.ended }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notEnded, detail: reason(failure) }); },
      onSettled: close,
    });
  };
  return (
    <>
      <Button kind="quiet" className="ms-2" onClick={() => { setAsking(true); }}>{text.end}</Button>
      {isAsking ? <Confirm title={text.endTitle} detail={text.endDetail} action={text.end} busy={isPending} onConfirm={confirm} onClose={close} /> : null}
    </>
  );
}
