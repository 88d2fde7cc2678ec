import type { ComponentProps, ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { LocaleProvider } from '../shared/locale/Locale.tsx';
import { actedFor, roomsFor } from '../shared/session/acting.ts';
import { AccessProvider } from '../shared/session/SessionContext.tsx';
import { ToastProvider } from '../shared/ui/Toasts.tsx';
import { Door } from './Door.tsx';
import { fetchAhead } from './fetchAhead.ts';

/** Whether somebody acts for a tenant is a matter of the address, so that it outlasts a reload and can be sent on. */
const tenantId = actedFor(location.pathname);
const rooms = tenantId === undefined ? '/console' : roomsFor(tenantId);
fetchAhead(location.pathname.slice(rooms.length));

export const App = ({ access }: Pick<ComponentProps<typeof AccessProvider>, 'access'>): ReactNode => (
  <LocaleProvider>
    <AccessProvider access={access}>
      <ToastProvider>
        <BrowserRouter basename={rooms}>
          <Door tenantId={tenantId} />
        </BrowserRouter>
      </ToastProvider>
    </AccessProvider>
  </LocaleProvider>
);
