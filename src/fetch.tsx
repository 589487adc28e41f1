// Starts the page that fetches a change from a Git forge (`fetch.html`). It may connect, so it holds nothing but what is typed into it.
import './views/tokens.css';
import './views/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createFetchPage } from './state/fetch-page/fetch-page.ts';
import { giveReview } from './state/fetch-page/hand-over.ts';
import { applyChosenLook } from './state/theme-setting.ts';
import { FetchPage } from './views/fetch-page/FetchPage.tsx';

applyChosenLook();
const nonce = location.hash.slice(1);
const opener = window.opener as Window | null;
const store = createFetchPage({
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  handOver: (change) => giveReview(change, { opener, own: window, origin: location.origin, nonce }),
});
store.subscribe(({ step }) => {
  if (step === 'handed over') window.close();
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element #root');
createRoot(root).render(
  <StrictMode>
    <FetchPage store={store} isAwaited={opener !== null && nonce !== ''} />
  </StrictMode>,
);
