import type { ReactNode } from 'react';
import { Refusal } from '../../shared/api/problem.ts';
import { DoorLink } from '../../shared/door/DoorLink.tsx';
import { DoorNote } from '../../shared/door/DoorNote.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { RECOVERY } from './texts.ts';

/** Why a mailed link leads no further. */
export type DeadEnd = 'missing' | 'over' | 'forbidden';

/** Undefined where another attempt with the same link may succeed. */
export function deadEndOf(failure: Error | undefined): DeadEnd | undefined {
  if (!(failure instanceof Refusal)) return undefined;
  if (failure.slug === 'link-over') return 'over';
  return failure.slug === 'forbidden' ? 'forbidden' : undefined;
}

export function LinkNote({ end }: { readonly end: DeadEnd }): ReactNode {
  const text = useTexts(RECOVERY);
  const { backToSignIn } = useTexts(DOOR);
  return (
    <DoorNote icon={end === 'forbidden' ? 'person' : 'alert'} title={text[end]} detail={text[`${end}Detail`]}>
      {end === 'forbidden' ? null : <DoorLink to="/forgot-password">{text.newLink}</DoorLink>}
      <DoorLink to="/">{backToSignIn}</DoorLink>
    </DoorNote>
  );
}
