import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { lostBy } from '../../shared/languages/languages.ts';
import { SilenceQuestion } from '../../shared/languages/SilenceQuestion.tsx';
import { SpokenFields } from '../../shared/languages/SpokenFields.tsx';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import type { Profile } from '../../shared/tenant/profile.ts';
import { changeOf, toDraft, type ProfileDraft } from './profileDraft.ts';
import { useChangeProfile } from './queries.ts';
import { SETTINGS } from './texts.ts';

export interface FieldsProps {
  readonly draft: ProfileDraft;
  readonly errorAt: (pointer: string) => string | undefined;
  readonly errorIn: (pointer: string) => string | undefined;
  readonly change: (part: Partial<ProfileDraft>) => void;
}

export function ProfileForm({ profile }: { readonly profile: Profile }): ReactNode {
  const text = useTexts(SETTINGS);
  const formats = useFormats();
  const toast = useToast();
  const { mutateAsync } = useChangeProfile();
  const [draft, setDraft] = useState(() => toDraft(profile));
  const [isAsking, setAsking] = useState(false);
  const sending = useSending();
  const alarm = useAlarm(sending);
  const wish = changeOf(profile, draft);
  const lost = lostBy(profile.greetings, draft);
  const fields: FieldsProps = {
    draft,
    errorAt: useErrorAt(sending),
    errorIn: useErrorIn(sending),
    change: (part) => { setDraft((before) => ({ ...before, ...part })); },
  };

  function submit(): void {
    if (lost.length === 0) void save();
    else setAsking(true);
  }

  async function save(): Promise<void> {
    setAsking(false);
    if (!(await sending.send(async () => { setDraft(toDraft(await mutateAsync(wish))); }))) return;
    toast({ tone: 'good', title: text.saved });
  }

  return (
    <>
      <Part title={text.business} detail={<p>{text.limits(formats.number(profile.requestsPerMinute))}</p>}>
        <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={submit}>
          <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
            <div className="space-y-4">
              <BusinessFields {...fields} />
            </div>
            <div className="space-y-4">
              <SpokenFields
                spoken={draft}
                errorAt={fields.errorAt}
                errorIn={fields.errorIn}
                onChange={({ languages, defaultLocale }) => { fields.change({ languages, defaultLocale }); }}
              />
            </div>
          </div>
        </DoorForm>
      </Part>
      <Unsaved isChanged={Object.keys(wish).length > 0} />
      {isAsking ? <SilenceQuestion languages={lost} onConfirm={() => { void save(); }} onClose={() => { setAsking(false); }} /> : null}
    </>
  );
}

function BusinessFields({ draft, errorAt, change }: FieldsProps): ReactNode {
  const text = useTexts(SETTINGS);
  return (
    <>
      <Input label={text.name} hint={text.nameHint} error={errorAt('/name')} value={draft.name} required maxLength={120} onChange={({ target }) => { change({ name: target.value }); }} />
      <Input label={text.industry} optional={text.optional} error={errorAt('/industry')} value={draft.industry} maxLength={120} onChange={({ target }) => { change({ industry: target.value }); }} />
    </>
  );
}
