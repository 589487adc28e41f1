// Pins a row of the table, or unpins it, and says so to who does not see it.
import { useContext, useState } from 'react';
import type { FlowRow } from '../../engine/results.ts';
import { selectReport } from '../../state/selectors.ts';
import { pinOfRow, pinOn } from '../pinned-flow.ts';
import { WorkbenchContext } from '../workbench-context.ts';

export function useRowPins() {
  const store = useContext(WorkbenchContext);
  const [message, setMessage] = useState('');
  const toggle = (row: FlowRow) => {
    const state = store?.getState();
    if (!state) return;
    const pinned = pinOn(state.analysis?.assertions.results ?? [], row);
    const pin = pinOfRow(selectReport(state), row);
    if (pinned) {
      state.unpin(pinned);
      setMessage(`Unpinned: ${pinned.from} to ${pinned.to}`);
    } else if (pin) {
      state.pin(pin);
      setMessage(`Pinned: ${pin.from} to ${pin.to} ${pin.port} must be ${pin.expect}`);
    } else setMessage('This row has no one verdict that a pin could keep');
  };
  return { message, toggle };
}
