import { useState, type ReactNode } from 'react';
import { useSentence } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { CHANNELS, type Assistant, type Channel, type Switching } from './contract.ts';
import { useSwitch } from './queries.ts';
import { Switch } from './Switch.tsx';
import { ASSISTANT } from './texts.ts';

/** For the tenant and for each channel; off only after a question, for customers notice at once. */
export function SwitchesPart({ assistant: { enabled, channels } }: { readonly assistant: Assistant }): ReactNode {
  const { switches: text } = useTexts(ASSISTANT);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useSwitch();
  const [asking, setAsking] = useState<'all' | Channel>();
  const send = (what: 'all' | Channel, on: boolean): void => {
    mutate(switching(what, on), {
      onSuccess: (now) => { toast({ tone: 'good', title: now.enabled && on ? text.isOn : text.isOff }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notSwitched, detail: sentence(failure) }); },
      onSettled: () => { setAsking(undefined); },
    });
  };
  const wish = (what: 'all' | Channel) => (on: boolean): void => {
    if (on) send(what, on);
    else setAsking(what);
  };
  return (
    <Part title={text.title} detail={<p>{text.detail}</p>}>
      <div className="mt-3 max-w-xl divide-y divide-line">
        <Switch label={text.all} isOn={enabled} busy={isPending} onChange={wish('all')} />
        {CHANNELS.map((channel) => (
          <Switch key={channel} label={text.channels[channel]} isOn={channels[channel] ?? true} busy={isPending} onChange={wish(channel)} />
        ))}
      </div>
      {asking === undefined ? null : (
        <Confirm
          title={asking === 'all' ? text.offTitle : text.offChannelTitle(text.channels[asking])}
          detail={text.offDetail}
          action={text.off}
          busy={isPending}
          onConfirm={() => { send(asking, false); }}
          onClose={() => { setAsking(undefined); }}
        />
      )}
    </Part>
  );
}

const switching = (what: 'all' | Channel, on: boolean): Switching => (what === 'all' ? { enabled: on } : { channels: { [what]: on } });
