// The flow that is explained, as fields: from, to, protocol, port or what the protocol has instead.
import { type FormEvent, useState } from 'react';
import type { FlowQuery } from '../../engine/explanation.ts';
import { selectReport } from '../../state/selectors.ts';
import { shortName } from '../short-name.ts';
import { useWorkbench } from '../workbench-context.ts';
import { EndField } from './EndField.tsx';
import styles from './ExplainPanel.module.css';
import { TrafficFields } from './TrafficFields.tsx';
import { trafficDraft, trafficOfDraft } from './traffic-draft.ts';
import { useEndHits } from './use-end-hits.ts';

export function ExplainForm({ query }: { readonly query: FlowQuery }) {
  const report = useWorkbench(selectReport);
  const explain = useWorkbench((state) => state.explain);
  const [from, setFrom] = useState(() => shortName(report, query.from));
  const [to, setTo] = useState(() => shortName(report, query.to));
  const [traffic, setTraffic] = useState(() => trafficDraft(query));
  const [isFromOpen, openFrom] = useState(false);
  const sources = useEndHits(from, 'from', isFromOpen);
  // Also while the list is closed: the destination's ports are suggested.
  const destinations = useEndHits(to, 'to', true);
  const ports = destinations.find(({ value }) => value === to.trim())?.ports ?? [];
  const ask = (source: string, destination: string) => {
    const asked = trafficOfDraft(traffic);
    if (asked) explain({ from: source.trim(), to: destination.trim(), ...asked });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(from, to);
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Flow to explain">
      <EndField label="From" value={from} hits={sources} onChange={setFrom} onOpen={openFrom} />
      <button
        type="button"
        className={`button ${styles.swap}`}
        data-kind="quiet"
        aria-label="Swap the ends"
        title={to.startsWith('svc:') ? 'A flow comes from a pod, not from a service' : 'Swap the ends'}
        disabled={to.startsWith('svc:')}
        onClick={() => ask(to, from)}
      >
        ⇄
      </button>
      <EndField label="To" value={to} hits={destinations} onChange={setTo} />
      <TrafficFields draft={traffic} ports={ports} onChange={setTraffic} />
      <button type="submit" className="button">
        Explain
      </button>
    </form>
  );
}
