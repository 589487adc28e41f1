// The strip above the graph: what is shown, groups.
import type { SnapshotReport } from '../../engine/results.ts';
import { useWorkbench } from '../workbench-context.ts';
import { MapToggle } from './MapToggle.tsx';
import styles from './MapToolbar.module.css';

interface MapToolbarProps {
  readonly report: SnapshotReport;
  readonly onExpandAll: () => void;
  readonly onCollapseAll: () => void;
}

export function MapToolbar(props: MapToolbarProps) {
  const hideUnrelated = useWorkbench((state) => state.hideUnrelated);
  const showUngoverned = useWorkbench((state) => state.showUngoverned);
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const hideHosts = useWorkbench((state) => state.hideHosts);
  const setToggle = useWorkbench((state) => state.setToggle);
  const hasSystem = props.report.namespaces.some(({ system }) => system);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Graph">
      <div className={styles.group}>
        <MapToggle
          on={hideUnrelated}
          set={(on) => setToggle('hideUnrelated', on)}
          title="Hide everything that the selection has nothing to do with"
        >
          Hide unrelated
        </MapToggle>
        <MapToggle
          on={showUngoverned}
          set={(on) => setToggle('showUngoverned', on)}
          title="Draw the flows that no policy governs, too"
        >
          Default-allowed
        </MapToggle>
        {hasSystem && (
          <MapToggle
            on={!hideSystem}
            set={(on) => setToggle('hideSystem', !on)}
            title="Show namespaces such as kube-system"
          >
            System
          </MapToggle>
        )}
        {props.report.hosts.length > 0 && (
          <MapToggle on={!hideHosts} set={(on) => setToggle('hideHosts', !on)} title="Show host endpoints">
            Hosts
          </MapToggle>
        )}
      </div>
      <div className={styles.group}>
        <button type="button" className="button" data-kind="quiet" onClick={props.onExpandAll}>
          Expand all
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={props.onCollapseAll}>
          Collapse all
        </button>
      </div>
    </div>
  );
}
