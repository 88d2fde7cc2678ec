import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge, type Tone } from '../../shared/ui/Badge.tsx';
import type { AuditEntry, Outcome } from './contract.ts';
import { AUDIT } from './texts.ts';

const TONES: Readonly<Record<Outcome, Tone>> = { allowed: 'good', denied: 'warn', failed: 'bad' };

export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }): ReactNode => (
  <Badge tone={TONES[outcome]}>{useTexts(AUDIT).outcomes[outcome]}</Badge>
);

/** By name where there is one. */
export function Actor({ actor: { kind, id, name } }: Pick<AuditEntry, 'actor'>): ReactNode {
  const called = name ?? id;
  const role = useTexts(AUDIT).actors[kind];
  if (called === undefined) return role;
  return (
    <p className="flex min-w-0 gap-1.5">
      <bdi className="truncate" title={called}>{called}</bdi>
      {kind === 'member' ? null : <span className="shrink-0 text-soft">({role})</span>}
    </p>
  );
}
