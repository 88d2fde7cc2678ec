import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Client } from './shared/api/client.ts';
import { takeLinkTokens } from './shared/door/linkToken.ts';
import { watchLeaving } from './shared/leaving.ts';
import { Session } from './shared/session/session.ts';
import { showTheme } from './shared/theme/theme.ts';

takeLinkTokens();
watchLeaving();
showTheme();
const session = new Session();
const client = new Client(session);
void session.restore();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App access={{ session, client, renamed: () => { void session.catchUp(); } }} />
  </StrictMode>,
);
