import type { ReactNode } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { TenantPage } from './TenantPage.tsx';
import { TenantsPage } from './TenantsPage.tsx';

export default function TenantsRoom(): ReactNode {
  return (
    <Routes>
      <Route index element={<TenantsPage />} />
      <Route path=":id" element={<One />} />
    </Routes>
  );
}

/** What is typed about one tenant is not shown at another. */
function One(): ReactNode {
  const { id = '' } = useParams();
  return <TenantPage key={id} id={id} />;
}
