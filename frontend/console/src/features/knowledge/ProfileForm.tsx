import { useId, type ReactNode } from 'react';
import { isLanguage } from '../../shared/locale/language.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input, inputClass, TextArea } from '../../shared/ui/Field.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { PROFILE_LIMITS } from './contract.ts';
import { Editor, type Change, type ErrorOf } from './Editor.tsx';
import { FORMS } from './formTexts.ts';
import { HoursFields } from './HoursFields.tsx';
import { changed, keyed } from './keyed.ts';
import { toDraft, toProfile, type FACTS, type ProfileDraft } from './profileDraft.ts';
import { useRemoval } from './useRemoval.ts';

interface FieldsProps {
  readonly draft: ProfileDraft;
  readonly errorOf: ErrorOf;
  readonly change: Change<ProfileDraft>;
}

const SECTION = 'p-5 sm:p-6';

export default function ProfileForm(): ReactNode {
  const { profile: text } = useTexts(FORMS);
  const { language } = useLocale();
  return (
    <Editor<'profile', ProfileDraft>
      kind="profile"
      title={() => text.title}
      detail={text.detail}
      toDraft={(written) => toDraft(written, language)}
      toWritten={toProfile}
      fields={(draft, change, errorOf) => (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card className={SECTION}>
            <h2 className="mb-4 text-xl">{text.hours}</h2>
            <HoursFields hours={draft.hours} errorOf={errorOf} onChange={(edit) => { change(({ hours }) => ({ hours: edit(hours) })); }} />
          </Card>
          <div className="space-y-4">
            <Card className={`space-y-4 ${SECTION}`}>
              <h2 className="text-xl">{text.contact}</h2>
              <Fact fact="address" {...{ draft, change, errorOf }} />
              <Fact fact="phone" type="tel" {...{ draft, change, errorOf }} />
              <Fact fact="email" type="email" {...{ draft, change, errorOf }} />
            </Card>
            <Card className={`space-y-4 ${SECTION}`}>
              <h2 className="text-xl">{text.policies}</h2>
              <Fact fact="shipping" {...{ draft, change, errorOf }} />
              <Fact fact="returns" {...{ draft, change, errorOf }} />
            </Card>
          </div>
          <Card className={`${SECTION} lg:col-span-2`}>
            <More {...{ draft, change, errorOf }} />
          </Card>
          <LanguageField {...{ draft, change, errorOf }} />
        </div>
      )}
    />
  );
}

interface FactProps extends FieldsProps {
  readonly fact: (typeof FACTS)[number];
  readonly type?: 'tel' | 'email';
}

function Fact({ fact, type, draft, change, errorOf }: FactProps): ReactNode {
  const { profile: text, optional } = useTexts(FORMS);
  const shared = { label: text[fact], optional, error: errorOf(`/${fact}`), value: draft[fact], maxLength: PROFILE_LIMITS[fact] };
  return type === undefined && fact !== 'address' ? (
    <TextArea {...shared} rows={3} onChange={({ target }) => { change({ [fact]: target.value }); }} />
  ) : (
    <Input {...shared} {...(type === undefined ? {} : { type, dir: 'ltr' })} onChange={({ target }) => { change({ [fact]: target.value }); }} />
  );
}

function More({ draft: { more }, change, errorOf }: FieldsProps): ReactNode {
  const { profile: text } = useTexts(FORMS);
  const formats = useFormats();
  const { add, remove } = useRemoval<ProfileDraft['more'][number]>((edit) => { change((now) => ({ more: edit(now.more) })); });
  return (
    <>
      <h2 className="mb-4 text-xl">{text.more}</h2>
      <ul className="space-y-5">
        {more.map((fact, at) => (
          <li key={fact.key} className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
            <Input
              label={text.label}
              hint={text.labelHint}
              error={errorOf(`/more/${at}/label`)}
              value={fact.label}
              required
              maxLength={PROFILE_LIMITS.label}
              onChange={({ target }) => { change({ more: changed(more, fact.key, { label: target.value }) }); }}
            />
            <TextArea
              label={text.text}
              error={errorOf(`/more/${at}/text`)}
              value={fact.text}
              required
              rows={2}
              maxLength={PROFILE_LIMITS.text}
              onChange={({ target }) => { change({ more: changed(more, fact.key, { text: target.value }) }); }}
            />
            <Button
              kind="quiet"
              size="icon"
              icon="trash"
              className="sm:mt-7"
              aria-label={text.remove(formats.number(at + 1))}
              onClick={(event) => { remove(event, more, fact, text.removed(formats.number(at + 1))); }}
            />
          </li>
        ))}
      </ul>
      <Button ref={add} icon="plus" disabled={more.length >= PROFILE_LIMITS.more} className={more.length === 0 ? '' : 'mt-5'} onClick={() => { change({ more: [...more, keyed({ label: '', text: '' })] }); }}>
        {text.add}
      </Button>
    </>
  );
}

function LanguageField({ draft, change }: FieldsProps): ReactNode {
  const { profile: text } = useTexts(FORMS);
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">{text.language}</label>
      <select
        id={id}
        value={draft.language}
        onChange={({ target }) => { if (isLanguage(target.value)) change({ language: target.value }); }}
        className={`${inputClass} h-10 w-full sm:w-56`}
      >
        <option value="en">{text.languages.en}</option>
        <option value="he">{text.languages.he}</option>
      </select>
    </div>
  );
}
