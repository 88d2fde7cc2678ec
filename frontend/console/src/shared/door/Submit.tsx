import type { ComponentProps, ReactNode } from 'react';
import { useFormats } from '../locale/Locale.tsx';
import { Button } from '../ui/Button.tsx';
import type { Sending } from './useSending.ts';

interface SubmitProps extends Omit<ComponentProps<typeof Button>, 'type' | 'busy' | 'disabled'> {
  readonly sending: Sending;
}

/** Does nothing while a request is under way, and counts down while the server wants none. */
export function Submit({ sending: { isBusy, wait }, kind = 'primary', children, ...rest }: SubmitProps): ReactNode {
  const formats = useFormats();
  return (
    <Button {...rest} type="submit" kind={kind} busy={isBusy} disabled={wait > 0}>
      {children}
      {wait === 0 ? null : <span aria-hidden="true" className="font-normal tabular-nums">{formats.duration(wait * 1_000)}</span>}
    </Button>
  );
}
