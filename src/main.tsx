// Starts the page: engine, storage, state and the root component.
import './views/tokens.css';
import './views/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkerClient } from './client/worker-client.ts';
import { createBrowserStorage, openIndexedDb } from './state/browser-storage.ts';
import { createWorkbench } from './state/create-workbench.ts';
import { followPageHistory } from './state/page-history.ts';
import { followPanes } from './state/pane-setting.ts';
import { TabOwnership } from './state/tab-ownership.ts';
import { followTheme } from './state/theme-setting.ts';
import { App } from './views/App.tsx';
import { WorkbenchContext } from './views/workbench-context.ts';

const ownership = new TabOwnership('locks' in navigator ? navigator.locks : undefined);
const store = createWorkbench(createWorkerClient(), createBrowserStorage(openIndexedDb(), ownership));
followTheme(store);
followPanes(store);
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
void store.getState().restore();
