import { useId, useState, type ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt, useErrorIn } from '../../shared/door/trouble.ts';
import { useSending, type Sending } from '../../shared/door/useSending.ts';
import { linesOf } from '../../shared/embed.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { OnceSheet } from '../../shared/ui/OnceSheet.tsx';
import { KINDS, SCOPES, type Key, type Kind, type NewKey } from './contract.ts';
import { Embed } from './EmbedSheet.tsx';
import { OriginsField } from './OriginsField.tsx';
import { useMake } from './queries.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { KEYS } from './texts.ts';
import { useKeyWords } from './trouble.ts';
import { useOnce } from './useOnce.ts';

/** Asks what the key is for, and shows it once it is made. */
export function NewKeySheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(KEYS);
  const [made, setMade] = useState<Key>();
  const once = useOnce(made, text.made);
  const isPublic = made?.kind === 'publishable';
  return (
    <OnceSheet title={isPublic ? text.made : text.make} description={isPublic ? text.embedDetail : text.makeDetail} once={once} onClose={onClose}>
      {made === undefined ? <NewKeyForm onMade={setMade} /> : <Embed apiKey={made} />}
    </OnceSheet>
  );
}

function NewKeyForm({ onMade }: { readonly onMade: (made: Key) => void }): ReactNode {
  const text = useTexts(KEYS);
  const { mutateAsync } = useMake();
  const [kind, setKind] = useState<Kind>('publishable');
  const sending = useSending();
  const alarm = useAlarm(sending, useKeyWords());
  const errorAt = useErrorAt(sending);

  const make = (form: FormData): Promise<boolean> => sending.send(async () => { onMade(await mutateAsync(wishIn(form, kind))); });

  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.makeIt} onSubmit={make}>
      <Input label={text.name} hint={text.nameHint} error={errorAt('/name')} name="name" dir="auto" autoComplete="off" required autoFocus maxLength={120} />
      <KindFields chosen={kind} onChoose={setKind} />
      <Reach kind={kind} sending={sending} />
    </DoorForm>
  );
}

function Reach({ kind, sending }: { readonly kind: Kind; readonly sending: Sending }): ReactNode {
  const text = useTexts(KEYS);
  const errorIn = useErrorIn(sending);
  const errorAt = useErrorAt(sending);
  return kind === 'secret' ? <ScopeFields error={errorAt('/scopes', { required: text.noScope })} /> : <OriginsField error={errorIn('/allowedOrigins', { malformed: text.badOrigin })} />;
}

function wishIn(form: FormData, kind: Kind): NewKey {
  const name = field(form, 'name');
  return kind === 'secret'
    ? { name, kind, scopes: SCOPES.filter((scope) => form.getAll('scope').includes(scope)) }
    : { name, kind, allowedOrigins: linesOf(field(form, 'origins')) };
}

interface KindFieldsProps {
  readonly chosen: Kind;
  readonly onChoose: (kind: Kind) => void;
}

function KindFields({ chosen, onChoose }: KindFieldsProps): ReactNode {
  const text = useTexts(KEYS);
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{text.kind}</legend>
      <div className="space-y-2">
        {KINDS.map((kind) => (
          <div key={kind} className="flex items-start gap-3 rounded-[10px] border border-line p-3 has-checked:border-accent has-checked:bg-accent-wash">
            <input
              type="radio"
              id={`${id}-${kind}`}
              name="kind"
              value={kind}
              checked={kind === chosen}
              onChange={() => { onChoose(kind); }}
              aria-describedby={`${id}-${kind}-detail`}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div className="min-w-0">
              <label htmlFor={`${id}-${kind}`} className="block font-semibold">{text.kinds[kind]}</label>
              <p id={`${id}-${kind}-detail`} className="text-sm text-soft">{text.kindDetails[kind]}</p>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
