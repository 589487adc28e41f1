// Copy link: what the address holds, before anybody copies it.
import { useContext, useEffect, useId, useState } from 'react';
import { counted } from '../../base/counted.ts';
import type { Result } from '../../base/result.ts';
import type { MadeLink } from '../../state/links/link-slice.ts';
import { CopyButton } from '../CopyButton.tsx';
import { Dialog } from '../Dialog.tsx';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import { addressOf } from './address-of.ts';
import { demoFilesOf } from './demo-files.ts';
import { LinkContents } from './LinkContents.tsx';
import styles from './LinkDialog.module.css';

export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useContext(WorkbenchContext);
  const live = useWorkbench((state) => state.liveLink);
  const setLive = useWorkbench((state) => state.setLiveLink);
  const [keepSecrets, setKeepSecrets] = useState(false);
  const [made, setMade] = useState<Result<MadeLink, string>>();
  const fieldId = useId();
  useEffect(() => {
    let isCurrent = true;
    const make = async () => {
      const link = await store?.getState().makeLink(await demoFilesOf(), keepSecrets);
      if (isCurrent) setMade(link);
    };
    void make();
    return () => {
      isCurrent = false;
    };
  }, [store, keepSecrets]);
  const address = made?.ok ? addressOf(made.value.fragment) : '';
  return (
    <Dialog title="Copy link" onClose={onClose}>
      <div className={styles.link}>
        <p>
          The link opens the workbench as it is now: files, edits, options and what is selected. All of it is in the
          address itself, behind the <code>#</code>, which browsers do not send to any server.
        </p>
        {made && !made.ok && (
          <p role="alert" className={styles.problem}>
            {made.error}
          </p>
        )}
        {made?.ok && (
          <>
            <LinkContents link={made.value} />
            <label className={styles.choice}>
              <input type="checkbox" checked={keepSecrets} onChange={(event) => setKeepSecrets(event.target.checked)} />
              <span>
                Include the data of Secrets
                <span className={styles.note}>
                  {made.value.stripped.length > 0
                    ? `Left out of ${counted(made.value.stripped.length, 'file')}, like the copies that kubectl keeps in annotations. No verdict depends on them.`
                    : 'And the copies that kubectl keeps in annotations. No verdict depends on them.'}
                </span>
              </span>
            </label>
            <label className={styles.choice}>
              <input type="checkbox" checked={live} onChange={(event) => setLive(event.target.checked)} />
              <span>
                Keep the address of this page up to date
                <span className={styles.note}>
                  The manifests are then in this browser’s history, and wherever it sends that.
                </span>
              </span>
            </label>
            <div className={styles.address}>
              <label htmlFor={fieldId}>Address</label>
              <input
                id={fieldId}
                className="field"
                readOnly
                value={address}
                onFocus={(event) => event.target.select()}
              />
              <CopyButton label="Copy link" text={address} />
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
