// Below the map: the explanation of one flow, or what is known of the selected node or edge.
import { useRef } from 'react';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { EdgeDetail } from './EdgeDetail.tsx';
import { ExplainPanel } from './ExplainPanel.tsx';
import { NodePanel } from './NodePanel.tsx';
import { PinPanel } from './PinPanel.tsx';
import { SelectorPanel } from './SelectorPanel.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export function DetailPane() {
  const query = useWorkbench((state) => state.explainQuery);
  const selection = useWorkbench((state) => state.selection);
  const choice = useWorkbench((state) => state.selectorChoice);
  const select = useWorkbench((state) => state.select);
  const explain = useWorkbench((state) => state.explain);
  const pane = useRef<HTMLElement>(null);
  const pinsOpen = useWorkbench((state) => state.pinsOpen);
  const openPins = useWorkbench((state) => state.openPins);
  const showSelected = useWorkbench((state) => state.showSelected);
  useKeptFocus(pane, query, selection, choice, pinsOpen);
  const close = () => {
    explain(undefined);
    openPins(false);
    select(undefined);
  };
  const back = () => (query ? explain(undefined) : showSelected(undefined));
  return (
    <section ref={pane} className={styles.pane} tabIndex={-1} aria-label={query ? 'Explain' : 'Detail'}>
      {query ? (
        <ExplainPanel query={query} />
      ) : choice ? (
        <SelectorPanel choice={choice} />
      ) : pinsOpen ? (
        <PinPanel />
      ) : selection?.type === 'node' ? (
        <NodePanel id={selection.id} />
      ) : selection ? (
        <EdgeDetail source={selection.source} target={selection.target} />
      ) : (
        <p className={styles.empty}>Select a node or an edge, or a row of the table.</p>
      )}
      <div className={styles.corner}>
        {(((query || choice) && selection) || (query && pinsOpen)) && (
          <button type="button" className="button" data-kind="quiet" onClick={back}>
            Back
          </button>
        )}
        {(query || choice || pinsOpen || selection) && (
          <button type="button" className="button" data-kind="quiet" onClick={close}>
            Close
          </button>
        )}
      </div>
    </section>
  );
}
