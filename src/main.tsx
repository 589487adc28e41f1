// Starts the page: engine, storage, state and the root component.
import './views/tokens.css';
import './views/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkerClient } from './client/worker-client.ts';
import { createBrowserStorage, openIndexedDb } from './state/browser-storage.ts';
import { createWorkbench } from './state/create-workbench.ts';
import { followLessons } from './state/follow-lessons.ts';
import { followPageHistory } from './state/page-history.ts';
import { createPageStorage, readPageReview, unreadableReview } from './state/page-review.ts';
import { followPanes } from './state/pane-setting.ts';
import { TabOwnership } from './state/tab-ownership.ts';
import { followTheme } from './state/theme-setting.ts';
import { App } from './views/App.tsx';
import { WorkbenchContext } from './views/workbench-context.ts';

const given = readPageReview(document.getElementById('sluice-review')?.textContent);
const ownership = () => new TabOwnership('locks' in navigator ? navigator.locks : undefined);
const storage = given
  ? createPageStorage(given === 'unreadable' ? [] : given.head)
  : createBrowserStorage(openIndexedDb(), ownership());
const store = createWorkbench(createWorkerClient(), storage);
followTheme(store);
followPanes(store);
followLessons(store);
followPageHistory(store, window);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element #root');
createRoot(root).render(
  <StrictMode>
    <WorkbenchContext value={store}>
      <App />
    </WorkbenchContext>
  </StrictMode>,
);
if (given === 'unreadable') store.setState({ importNotices: [unreadableReview] });
else if (given) void store.getState().openReview(given);
void store.getState().restore();
