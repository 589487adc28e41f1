// Fetching a change from a forge, in two steps: which change, and which of its manifests.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { FetchPageState } from '../../state/fetch-page/fetch-page.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import { AddressForm } from './AddressForm.tsx';
import styles from './FetchPage.module.css';
import { FoundForm } from './FoundForm.tsx';

interface FetchPageProps {
  readonly store: { getState(): FetchPageState; subscribe(listener: () => void): () => void };
  /** False where no page of Sluice opened this one. */
  readonly isAwaited: boolean;
}

export function FetchPage({ store, isAwaited }: FetchPageProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { step, problem } = state;
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (problem !== undefined) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>
            <span className={styles.mark}>
              <GateGlyph state="governed" direction="ingress" size={20} />
            </span>
            Fetch a change
          </h1>
          <p className={styles.claim}>
            The workbench can reach no server, so this page asks the forge and hands over what it gets. It holds nothing
            but what you type here, and forgets it when it closes.
          </p>
        </header>
        {!isAwaited && (
          <p role="alert" className={styles.problem}>
            No page of Sluice waits for a change. Open Sluice, choose “Review a change”, then “From a pull request…”.
          </p>
        )}
        {step === 'handed over' ? (
          <p role="status">The change is in the page that opened this one. You can close this page.</p>
        ) : (
          <>
            <AddressForm state={state} />
            {problem !== undefined && (
              <p ref={alert} role="alert" className={styles.problem}>
                {problem}
              </p>
            )}
            {state.found && <FoundForm state={state} found={state.found} />}
          </>
        )}
      </div>
    </main>
  );
}
