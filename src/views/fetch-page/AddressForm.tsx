// Which change: its address, and where the forge’s own API or a token need saying.
import { useId } from 'react';
import type { FetchPageState } from '../../state/fetch-page/fetch-page.ts';
import styles from './FetchPage.module.css';

export function AddressForm({ state }: { readonly state: FetchPageState }) {
  const { address, api, token, step, found, type, find, stop } = state;
  const id = useId();
  const isBusy = step === 'finding' || step === 'reading';
  return (
    <form
      className={styles.form}
      aria-label="Which change"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <div className={styles.entry}>
        <label htmlFor={`${id}-address`}>Address of a pull request, merge request or comparison</label>
        <input
          id={`${id}-address`}
          className={`field ${styles.code}`}
          type="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://github.com/OWNER/NAME/pull/12"
          readOnly={isBusy}
          value={address}
          onChange={(event) => type('address', event.target.value)}
        />
        <p className={styles.hint}>On GitHub, GitLab, or a forge of your own that speaks like one of them.</p>
      </div>
      <details className={styles.more}>
        <summary>Private project, or a forge of your own</summary>
        <div className={styles.entry}>
          <label htmlFor={`${id}-token`}>Token that may read the project</label>
          <input
            id={`${id}-token`}
            className={`field ${styles.code}`}
            type="password"
            autoComplete="off"
            readOnly={isBusy}
            value={token}
            onChange={(event) => type('token', event.target.value)}
          />
          <p className={styles.hint}>
            Sent to the API below and to nobody else. Kept in memory until this page closes.
          </p>
        </div>
        <div className={styles.entry}>
          <label htmlFor={`${id}-api`}>Address of the API</label>
          <input
            id={`${id}-api`}
            className={`field ${styles.code}`}
            type="url"
            autoComplete="off"
            spellCheck={false}
            readOnly={isBusy}
            value={api}
            onChange={(event) => type('api', event.target.value)}
          />
          <p className={styles.hint}>Guessed from the address of the change; it must let other sites read it (CORS).</p>
        </div>
      </details>
      <div className={styles.buttons}>
        {step === 'finding' ? (
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="submit" className="button" data-kind={found ? undefined : 'primary'} disabled={isBusy}>
            Find the change
          </button>
        )}
        <p role="status" className={styles.hint}>
          {step === 'finding' && 'Asking the forge…'}
        </p>
      </div>
    </form>
  );
}
