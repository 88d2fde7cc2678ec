import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { ExecutionPage } from './ExecutionPage.tsx';
import { ExecutionsPage } from './ExecutionsPage.tsx';
import { JobsPage } from './JobsPage.tsx';
import { LiveContext, useLive } from './live.ts';

export default function JobsRoom(): ReactNode {
  const live = useLive();
  return (
    <LiveContext value={live}>
      <Routes>
        <Route index element={<JobsPage />} />
        <Route path=":job" element={<ExecutionsPage />} />
        <Route path=":job/:id" element={<ExecutionPage />} />
      </Routes>
    </LiveContext>
  );
}
