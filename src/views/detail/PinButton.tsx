// Pins the explained flow as it is now; of one that is pinned it says so, and takes the pin out.

import type { AssertionResult } from '../../engine/assertion-report.ts';
import type { Explanation } from '../../engine/explanation.ts';
import { selectReport } from '../../state/selectors.ts';
import { findPin } from '../pinned-flow.ts';
import { shortName } from '../short-name.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ExplainPanel.module.css';

export function PinButton({ explanation }: { readonly explanation: Explanation }) {
  const report = useWorkbench(selectReport);
  const pinned = useWorkbench((state) => pinOf(state.analysis?.assertions.results ?? [], explanation));
  const pin = useWorkbench((state) => state.pin);
  const unpin = useWorkbench((state) => state.unpin);
  const { verdict, service, to, src, dst } = explanation;
  if (pinned) {
    return (
      <span className={styles.pinned} data-holds={pinned.holds}>
        pinned: must be {pinned.expect}
        <button type="button" className="button" data-kind="quiet" onClick={() => unpin(pinned)}>
          Unpin
        </button>
      </span>
    );
  }
  const write = () => {
    if (verdict === 'unknown') return;
    const target = service ? to : shortName(report, dst);
    pin({ from: shortName(report, src), to: target, port: portText(explanation), expect: verdict });
  };
  return (
    <button
      type="button"
      className="button"
      data-kind="quiet"
      disabled={verdict === 'unknown'}
      title={
        verdict === 'unknown' ? 'Not known, so it cannot be pinned' : `Keep in a file that this flow must be ${verdict}`
      }
      onClick={write}
    >
      Pin
    </button>
  );
}

function portText({ protocol, port, service }: Explanation): string {
  const number = service?.port ?? port;
  return number === undefined ? protocol : `${protocol}/${number}`;
}

function pinOf(results: readonly AssertionResult[], explanation: Explanation): AssertionResult | undefined {
  const { src, dst, to, service } = explanation;
  return findPin(results, { src, dst, to: service && to }, portText(explanation));
}
