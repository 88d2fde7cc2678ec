import { useState, type ReactNode } from 'react';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Select } from '../../shared/ui/Field.tsx';
import { OnceSheet } from '../../shared/ui/OnceSheet.tsx';
import { OVERLAPS, USUAL_OVERLAP, type Key } from './contract.ts';
import { Embed } from './EmbedSheet.tsx';
import { useRotate } from './queries.ts';
import { KEYS } from './texts.ts';
import { useKeyWords } from './trouble.ts';
import { useOnce } from './useOnce.ts';

interface RotateSheetProps {
  readonly apiKey: Key;
  readonly onClose: () => void;
}

export function RotateSheet({ apiKey, onClose }: RotateSheetProps): ReactNode {
  const text = useTexts(KEYS);
  const [made, setMade] = useState<Key>();
  const once = useOnce(made, text.rotated);
  return (
    <OnceSheet
      title={made === undefined ? text.rotateTitle(isolated(apiKey.name)) : text.rotated}
      description={made === undefined ? text.rotateDetail : text.embedDetail}
      once={once}
      onClose={onClose}
    >
      {made === undefined ? <RotateForm apiKey={apiKey} onMade={setMade} /> : <Embed apiKey={made} />}
    </OnceSheet>
  );
}

function RotateForm({ apiKey, onMade }: { readonly apiKey: Key; readonly onMade: (made: Key) => void }): ReactNode {
  const text = useTexts(KEYS);
  const { mutateAsync } = useRotate(apiKey);
  const sending = useSending();
  const alarm = useAlarm(sending, useKeyWords());
  const errorAt = useErrorAt(sending);
  const rotate = (form: FormData): Promise<boolean> =>
    sending.send(async () => { onMade(await mutateAsync(Number(field(form, 'overlap')))); });
  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.rotateIt} onSubmit={rotate}>
      <Select label={text.overlap} error={errorAt('/overlapMinutes')} name="overlap" defaultValue={USUAL_OVERLAP} autoFocus>
        {OVERLAPS.map((minutes) => <option key={minutes} value={minutes}>{text.overlaps[minutes]}</option>)}
      </Select>
    </DoorForm>
  );
}
