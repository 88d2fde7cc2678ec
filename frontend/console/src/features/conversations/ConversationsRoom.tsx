import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { ConversationsPage } from './ConversationsPage.tsx';
import { TranscriptPage } from './TranscriptPage.tsx';

export default function ConversationsRoom(): ReactNode {
  return (
    <Routes>
      <Route index element={<ConversationsPage />} />
      <Route path=":id" element={<TranscriptPage />} />
    </Routes>
  );
}
