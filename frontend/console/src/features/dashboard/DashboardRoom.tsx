import type { ReactNode } from 'react';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { PlatformPage } from './PlatformPage.tsx';
import { TenantPage } from './TenantPage.tsx';

export default function DashboardRoom(): ReactNode {
  return useMember().role === 'operator' ? <PlatformPage /> : <TenantPage />;
}
