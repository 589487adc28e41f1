// A link was opened while there is unsaved work, or cannot be read: asks, or says why.
import { counted } from '../../base/counted.ts';
import { Dialog } from '../Dialog.tsx';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { demoFilesOf } from './demo-files.ts';
import styles from './LinkDialog.module.css';

export function LinkOffer() {
  const offer = useWorkbench((state) => state.linkOffer);
  const problem = useWorkbench((state) => state.linkProblem);
  const name = useWorkbench((state) => state.name);
  const accept = useWorkbench((state) => state.acceptLink);
  const decline = useWorkbench((state) => state.declineLink);
  if (problem !== undefined) {
    return (
      <Dialog title="The link was not opened" onClose={decline}>
        <div className={styles.link}>
          <p role="alert">{problem}</p>
          <p>What was on show is untouched. Ask whoever sent the link for another one, or for the files.</p>
        </div>
      </Dialog>
    );
  }
  if (!offer) return null;
  const files = new Set([...offer.files, ...offer.changes].map(([path]) => path)).size;
  return (
    <Dialog title="Open the link?" onClose={decline}>
      <div className={styles.link}>
        <p>
          The link holds <NameText>{offer.name}</NameText>
          {files > 0 && <>, {counted(files, 'file')}</>}
          {offer.base === 'demo' && (files > 0 ? ' on top of the demo' : ', which is the demo')}. Your edits of{' '}
          <NameText>{name}</NameText> are kept: the start page lists them.
        </p>
        <div className={styles.buttons}>
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => void demoFilesOf().then((demo) => accept(demo))}
          >
            Open the link
          </button>
          <button type="button" className="button" onClick={decline}>
            Stay with my edits
          </button>
        </div>
      </div>
    </Dialog>
  );
}
