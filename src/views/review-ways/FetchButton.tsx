// The way to a change on a forge: a page of its own, which may connect, while this one may not.
import { useContext, useState } from 'react';
import { WorkbenchContext } from '../workbench-context.ts';
import { canFetch, openFetchPage } from './open-fetch-page.ts';
import styles from './ReviewWays.module.css';

export function FetchButton() {
  const store = useContext(WorkbenchContext);
  const [state, setState] = useState<'closed' | 'open' | 'refused'>('closed');
  if (!store || !canFetch) return null;
  const open = () => setState(openFetchPage(store.getState().offerReview) ? 'open' : 'refused');
  return (
    <div className={styles.fetch}>
      <button type="button" className="button" onClick={open}>
        From a pull request…
      </button>
      <p role="status" className={styles.note}>
        {state === 'open' && 'A page of its own asks the forge. What it fetches comes back here.'}
        {state === 'refused' && 'The browser did not open the page. Allow this site to open windows, and try again.'}
      </p>
    </div>
  );
}
