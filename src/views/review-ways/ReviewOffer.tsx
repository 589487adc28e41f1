// A change was fetched while there is unsaved work: asks.
import { counted } from '../../base/counted.ts';
import { Dialog } from '../Dialog.tsx';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ReviewWays.module.css';

export function ReviewOffer() {
  const offer = useWorkbench((state) => state.reviewOffer);
  const name = useWorkbench((state) => state.name);
  const accept = useWorkbench((state) => state.acceptReview);
  const decline = useWorkbench((state) => state.declineReview);
  if (!offer) return null;
  return (
    <Dialog title="Open the review?" onClose={decline}>
      <div className={styles.offer}>
        <p>
          The change <NameText>{offer.name}</NameText> is there: {counted(offer.base.length, 'file')} before,{' '}
          {offer.head.length} after. Your edits of <NameText>{name}</NameText> are kept: the start page lists them.
        </p>
        <div className={styles.buttons}>
          <button type="button" className="button" data-kind="primary" onClick={() => void accept()}>
            Open the review
          </button>
          <button type="button" className="button" onClick={decline}>
            Stay with my edits
          </button>
        </div>
      </div>
    </Dialog>
  );
}
