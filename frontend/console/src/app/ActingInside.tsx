import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Client } from '../shared/api/client.ts';
import { texts } from '../shared/locale/language.ts';
import { useTexts } from '../shared/locale/Locale.tsx';
import { Acting } from '../shared/session/acting.ts';
import type { Member } from '../shared/session/session.ts';
import { AccessProvider, useClient, useSession } from '../shared/session/SessionContext.tsx';
import { buttonClass } from '../shared/ui/Button.tsx';
import { Failure, NoPermission } from '../shared/ui/States.tsx';
import { ActingBanner } from './ActingBanner.tsx';
import { Inside } from './Inside.tsx';
import { Splash } from './Splash.tsx';

const TEXTS = texts({ en: { home: 'Back to your rooms' }, he: { home: 'חזרה לחדרים שלך' } });

interface ActingInsideProps {
  readonly tenantId: string;
  readonly operator: Member;
}

/** The rooms of a tenant's owner for an operator who acts for it. */
export function ActingInside({ tenantId, operator }: ActingInsideProps): ReactNode {
  return operator.role === 'operator' ? <Begun tenantId={tenantId} operator={operator} /> : <Lonely><NoPermission><Home /></NoPermission></Lonely>;
}

function Begun({ tenantId, operator }: ActingInsideProps): ReactNode {
  const session = useSession();
  const asOperator = useClient();
  const [acting] = useState(() => new Acting(asOperator, tenantId));
  const state = useSyncExternalStore(acting.subscribe, acting.state);
  useEffect(() => { void acting.begin(); }, [acting]);
  const access = useMemo(
    () => ({ session, client: new Client(acting), renamed: (name: string) => { acting.renamed(name); } }),
    [session, acting],
  );
  if (state.kind === 'beginning') return <Splash />;
  if (state.kind === 'failed') {
    return <Lonely><Failure failure={state.failure} onRetry={() => { void acting.begin(); }} /><p className="text-center"><Home /></p></Lonely>;
  }
  const { tenantName, isSuspended } = state;
  const member: Member = { ...operator, role: 'owner', tenantId, tenantName, tenantSuspended: isSuspended, isActing: true };
  return (
    <AccessProvider access={access}>
      <Inside member={member} banner={<ActingBanner acting={acting} tenantId={tenantId} tenantName={tenantName} />} />
    </AccessProvider>
  );
}

const Lonely = ({ children }: { readonly children: ReactNode }): ReactNode => <main className="grid min-h-dvh place-content-center">{children}</main>;

const Home = (): ReactNode => <a href="/console/" className={buttonClass()}>{useTexts(TEXTS).home}</a>;
