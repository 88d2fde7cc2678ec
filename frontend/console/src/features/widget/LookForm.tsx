import { useState, type ReactNode } from 'react';
import { DoorForm } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { nameOf } from '../../shared/locale/languageName.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { inputClass, Input, Select, TextArea } from '../../shared/ui/Field.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { POSITIONS, type Profile } from './contract.ts';
import { changeOf, isColor, toDraft, type LookDraft } from './lookDraft.ts';
import { Preview } from './Preview.tsx';
import { useChangeLook } from './queries.ts';
import { WIDGET } from './texts.ts';

interface FieldsProps {
  readonly draft: LookDraft;
  readonly errorAt: (pointer: string) => string | undefined;
  readonly change: (part: Partial<LookDraft>) => void;
}

/** How the chat looks and greets, with the chat itself beside it. */
export function LookForm({ profile }: { readonly profile: Profile }): ReactNode {
  const text = useTexts(WIDGET);
  const toast = useToast();
  const { mutateAsync } = useChangeLook();
  const [draft, setDraft] = useState(() => toDraft(profile));
  const sending = useSending();
  const alarm = useAlarm(sending);
  const wish = changeOf(profile, draft);
  const fields: FieldsProps = { draft, errorAt: useErrorAt(sending), change: (part) => { setDraft((before) => ({ ...before, ...part })); } };

  async function save(): Promise<void> {
    if (!(await sending.send(async () => { setDraft(toDraft(await mutateAsync(wish))); }))) return;
    toast({ tone: 'good', title: text.saved });
  }

  return (
    <Part title={text.look} detail={<p>{text.lookDetail}</p>}>
      <div className="mt-5 grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <DoorForm sending={sending} alarm={alarm} submit={text.save} onSubmit={save}>
          <ColorField {...fields} />
          <PlaceFields {...fields} />
          {profile.languages.map((tag) => <Greeting key={tag} {...fields} tag={tag} />)}
        </DoorForm>
        <Preview profile={profile} draft={draft} />
      </div>
      <Unsaved isChanged={Object.keys(wish).length > 0} />
    </Part>
  );
}

function ColorField({ draft, errorAt, change }: FieldsProps): ReactNode {
  const text = useTexts(WIDGET);
  return (
    <div className="flex items-start gap-3">
      <Input
        label={text.color}
        hint={text.colorHint}
        error={errorAt('/branding/color')}
        dir="ltr"
        className="flex-1"
        value={draft.color}
        required
        pattern="#[0-9a-fA-F]{6}"
        maxLength={7}
        onChange={({ target }) => { change({ color: target.value }); }}
      />
      <input
        type="color"
        aria-label={text.pickColor}
        value={isColor(draft.color) ? draft.color.toLowerCase() : '#000000'}
        onChange={({ target }) => { change({ color: target.value }); }}
        className={`${inputClass} mt-7 h-10 w-14 p-1`}
      />
    </div>
  );
}

function PlaceFields({ draft, errorAt, change }: FieldsProps): ReactNode {
  const text = useTexts(WIDGET);
  return (
    <>
      <Select
        label={text.position}
        error={errorAt('/branding/position')}
        value={draft.position}
        onChange={({ target }) => { change({ position: POSITIONS.find((known) => known === target.value) ?? draft.position }); }}
      >
        {POSITIONS.map((position) => <option key={position} value={position}>{text.positions[position]}</option>)}
      </Select>
      <Input
        label={text.logo}
        hint={text.logoHint}
        optional={text.optional}
        error={errorAt('/branding/logoUrl')}
        dir="ltr"
        value={draft.logoUrl}
        maxLength={2_000}
        onChange={({ target }) => { change({ logoUrl: target.value }); }}
      />
    </>
  );
}

function Greeting({ draft: { greetings }, errorAt, change, tag }: FieldsProps & { readonly tag: string }): ReactNode {
  const text = useTexts(WIDGET);
  const { language } = useLocale();
  return (
    <TextArea
      label={text.greeting(nameOf(tag, language))}
      hint={text.greetingHint}
      optional={text.optional}
      error={errorAt(`/greetings/${tag}`)}
      lang={tag}
      rows={2}
      maxLength={500}
      value={greetings[tag] ?? ''}
      onChange={({ target }) => { change({ greetings: { ...greetings, [tag]: target.value } }); }}
    />
  );
}
