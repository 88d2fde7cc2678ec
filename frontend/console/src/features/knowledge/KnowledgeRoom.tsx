import { lazy, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { DocumentList } from './DocumentList.tsx';

const TextForm = lazy(() => import('./TextForm.tsx'));
const PairsForm = lazy(() => import('./PairsForm.tsx'));
const ProfileForm = lazy(() => import('./ProfileForm.tsx'));

export default function KnowledgeRoom(): ReactNode {
  return (
    <Routes>
      <Route path="text/:id?" element={<TextForm />} />
      <Route path="qa/:id?" element={<PairsForm />} />
      <Route path="profile" element={<ProfileForm />} />
      <Route path=":id?" element={<DocumentList />} />
    </Routes>
  );
}
