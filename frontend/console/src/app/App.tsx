import type { ComponentProps, ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { LocaleProvider } from '../shared/locale/Locale.tsx';
import { AccessProvider } from '../shared/session/SessionContext.tsx';
import { ToastProvider } from '../shared/ui/Toasts.tsx';
import { Door } from './Door.tsx';

export const App = ({ access }: Pick<ComponentProps<typeof AccessProvider>, 'access'>): ReactNode => (
  <LocaleProvider>
    <AccessProvider access={access}>
      <ToastProvider>
        <BrowserRouter basename="/console">
          <Door />
        </BrowserRouter>
      </ToastProvider>
    </AccessProvider>
  </LocaleProvider>
);
