// The node that stands for namespaces there is no room for: what to do to see into it.
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';

export function OtherNamespaces() {
  const setMapView = useWorkbench((state) => state.setMapView);
  return (
    <p className={styles.empty}>
      These namespaces are drawn as one, for want of room. Search for one to see it by itself, or{' '}
      <button type="button" className="link" onClick={() => setMapView('matrix')}>
        look at all of them in the matrix
      </button>
      .
    </p>
  );
}
