import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { lostBy } from '../../shared/languages/languages.ts';
import { SilenceQuestion } from '../../shared/languages/SilenceQuestion.tsx';
import { SpokenFields } from '../../shared/languages/SpokenFields.tsx';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import type { Profile } from '../../shared/tenant/profile.ts';
import { TENANT } from './detailTexts.ts';
import { changeOf, toDraft, type ProfileDraft } from './profileDraft.ts';
import { useChangeProfile } from './queries.ts';
import { TENANTS } from './texts.ts';

export function ProfilePart({ profile }: { readonly profile: Profile }): ReactNode {
  const text = useTexts(TENANT);
  const words = useTexts(TENANTS);
  const toast = useToast();
  const { mutateAsync } = useChangeProfile(profile.id);
  const [draft, setDraft] = useState(() => toDraft(profile));
  const [isAsking, setAsking] = useState(false);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const errorAt = useErrorAt(sending);
  const errorIn = useErrorIn(sending);
  const wish = changeOf(profile, draft);
  const lost = lostBy(profile.greetings, draft);
  const change = (part: Partial<ProfileDraft>): void => { setDraft((before) => ({ ...before, ...part })); };

  function submit(): void {
    if (lost.length === 0) void save();
    else setAsking(true);
  }

  async function save(): Promise<void> {
    setAsking(false);
    if (!(await sending.send(async () => { setDraft(toDraft((await mutateAsync(wish)).profile)); }))) return;
    toast({ tone: 'good', title: text.saved });
  }

  return (
    <>
      <Part title={text.profile}>
        <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={submit}>
          <Input label={words.name} error={errorAt('/name')} value={draft.name} required maxLength={120} onChange={({ target }) => { change({ name: target.value }); }} />
          <Input label={words.industry} optional={words.optional} error={errorAt('/industry')} value={draft.industry} maxLength={120} onChange={({ target }) => { change({ industry: target.value }); }} />
          <SpokenFields spoken={draft} errorAt={errorAt} errorIn={errorIn} onChange={change} />
          <Input
            label={text.limit}
            hint={text.limitHint}
            error={errorAt('/requestsPerMinute', { 'out-of-range': text.badLimit, 'wrong-type': text.badLimit })}
            type="number"
            inputMode="numeric"
            min={1}
            required
            value={draft.requestsPerMinute}
            onChange={({ target }) => { change({ requestsPerMinute: target.value }); }}
          />
        </DoorForm>
      </Part>
      <Unsaved isChanged={Object.keys(wish).length > 0} />
      {isAsking ? <SilenceQuestion languages={lost} onConfirm={() => { void save(); }} onClose={() => { setAsking(false); }} /> : null}
    </>
  );
}
