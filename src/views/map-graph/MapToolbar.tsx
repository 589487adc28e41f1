// The strip above the graph: what is shown, groups, layers, views, export.
import { useWorkbench } from '../workbench-context.ts';
import { ArrangeButton } from './ArrangeButton.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { HideUnrelatedToggle } from './HideUnrelatedToggle.tsx';
import { LayerToggles } from './LayerToggles.tsx';
import { MapToggle } from './MapToggle.tsx';
import styles from './MapToolbar.module.css';
import { SavedViews } from './SavedViews.tsx';
import type { GraphModel } from './use-graph-model.ts';

interface MapToolbarProps {
  readonly model: GraphModel;
  readonly onExpandAll: () => void;
  readonly onCollapseAll: () => void;
}

export function MapToolbar({ model, onExpandAll, onCollapseAll }: MapToolbarProps) {
  const showUngoverned = useWorkbench((state) => state.showUngoverned);
  const bundles = useWorkbench((state) => state.bundles);
  const isBundled = useWorkbench((state) => state.picture?.isBundled === true);
  const setBundles = useWorkbench((state) => state.setBundles);
  const setToggle = useWorkbench((state) => state.setToggle);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Graph">
      <div className={styles.group}>
        <HideUnrelatedToggle />
        <MapToggle
          on={showUngoverned}
          set={(on) => setToggle('showUngoverned', on)}
          title="Draw the flows that no policy governs, too"
        >
          Default-allowed
        </MapToggle>
        {(isBundled || !bundles) && (
          <MapToggle
            on={bundles}
            set={setBundles}
            title="Draw all edges between two namespaces as one; click it to see them one by one"
          >
            Bundled
          </MapToggle>
        )}
      </div>
      <LayerToggles report={model.report} />
      <div className={styles.group}>
        <button type="button" className="button" data-kind="quiet" aria-label="Expand all" onClick={onExpandAll}>
          Expand
        </button>
        <button type="button" className="button" data-kind="quiet" aria-label="Collapse all" onClick={onCollapseAll}>
          Collapse
        </button>
      </div>
      <div className={styles.group}>
        <ArrangeButton />
        <SavedViews />
        <ExportMenu model={model} />
      </div>
    </div>
  );
}
