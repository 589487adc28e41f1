// The flow that is explained, as fields: from, to, protocol, port or what the protocol has instead.
import { type FormEvent, useId, useState } from 'react';
import type { FlowQuery } from '../../engine/explanation.ts';
import type { SnapshotReport } from '../../engine/results.ts';
import { nodeName } from '../../exporters/node-name.ts';
import { selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ExplainPanel.module.css';
import { TrafficFields } from './TrafficFields.tsx';
import { trafficDraft, trafficOfDraft } from './traffic-draft.ts';

/** More names would make the list of suggestions useless. */
const mostSuggested = 400;

export function ExplainForm({ query }: { readonly query: FlowQuery }) {
  const report = useWorkbench(selectReport);
  const explain = useWorkbench((state) => state.explain);
  const [from, setFrom] = useState(() => shortName(report, query.from));
  const [to, setTo] = useState(() => shortName(report, query.to));
  const [traffic, setTraffic] = useState(() => trafficDraft(query));
  const listId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = trafficOfDraft(traffic);
    if (asked) explain({ from: from.trim(), to: to.trim(), ...asked });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Flow to explain">
      <input
        className={`field ${styles.end}`}
        aria-label="From"
        list={listId}
        value={from}
        spellCheck={false}
        onChange={(event) => setFrom(event.target.value)}
      />
      <span aria-hidden="true">→</span>
      <input
        className={`field ${styles.end}`}
        aria-label="To"
        list={listId}
        value={to}
        spellCheck={false}
        onChange={(event) => setTo(event.target.value)}
      />
      <TrafficFields draft={traffic} onChange={setTraffic} />
      <button type="submit" className="button">
        Explain
      </button>
      <datalist id={listId}>
        {endpointNames(report).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}

/** `dev-app/frontend` where only one workload has the name, otherwise with its kind. */
function shortName(report: SnapshotReport | undefined, id: string): string {
  const full = nodeName(id);
  const [namespace, kind, name] = full.split('/');
  if (kind === undefined || name === undefined) return full === 'internet' ? 'internet' : full;
  if (id.startsWith('pod:')) return `${namespace}/${name}`;
  const alike = report?.namespaces.find((one) => one.name === namespace)?.workloads.filter((one) => one.name === name);
  return alike?.length === 1 ? `${namespace}/${name}` : full;
}

function endpointNames(report: SnapshotReport | undefined): readonly string[] {
  if (!report) return [];
  const workloads = report.namespaces.flatMap((namespace) =>
    namespace.workloads.map((workload) => shortName(report, workload.id)),
  );
  const outside = [...report.externals, ...report.hosts].map(({ id }) => nodeName(id));
  return [...outside, ...workloads, ...serviceNames(report)].slice(0, mostSuggested);
}

/** `svc:dev-app/backend`: as a destination, followed to its backends. */
function serviceNames(report: SnapshotReport): readonly string[] {
  const names = report.namespaces.flatMap(({ name, workloads }) =>
    workloads.flatMap(({ services }) => services.map((service) => `svc:${name}/${service.replace(/:.*$/, '')}`)),
  );
  return [...new Set(names)];
}
