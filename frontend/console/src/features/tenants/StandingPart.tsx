import { useState, type ReactNode } from 'react';
import { useSentence } from '../../shared/door/trouble.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Tenant } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { useActivate } from './queries.ts';
import { SuspendSheet } from './SuspendSheet.tsx';

/** Whether anything is done for the tenant, and the way from one to the other. */
export function StandingPart({ tenant: { profile, suspension } }: { readonly tenant: Tenant }): ReactNode {
  const text = useTexts(TENANT);
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); };
  return (
    <Part title={text.standing} detail={<p>{suspension === undefined ? text.isActive : text.suspendedSince(formats.moment(suspension.since))}</p>}>
      {suspension === undefined ? null : (
        <dl className="mt-4 rounded-[10px] bg-warn-wash px-4 py-3 text-warn">
          <dt className="text-sm font-semibold">{text.reasonWas}</dt>
          <dd className="[overflow-wrap:anywhere]"><bdi>{suspension.reason}</bdi></dd>
        </dl>
      )}
      <div className="mt-5">
        {suspension === undefined ? (
          <Button icon="block" onClick={() => { setAsking(true); }}>{text.suspend}</Button>
        ) : (
          <Button kind="primary" icon="redo" onClick={() => { setAsking(true); }}>{text.activate}</Button>
        )}
      </div>
      {!isAsking ? null : suspension === undefined ? <SuspendSheet profile={profile} onClose={close} /> : <Activation id={profile.id} name={isolated(profile.name)} onClose={close} />}
    </Part>
  );
}

interface ActivationProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

function Activation({ id, name, onClose }: ActivationProps): ReactNode {
  const text = useTexts(TENANT);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useActivate(id);
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => { toast({ tone: 'good', title: text.activated(name) }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: sentence(failure) }); },
      onSettled: onClose,
    });
  };
  return <Confirm title={text.activateTitle(name)} detail={text.activateDetail} action={text.activate} kind="primary" busy={isPending} onConfirm={confirm} onClose={onClose} />;
}
