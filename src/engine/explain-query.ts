// Explains what a person asks: one flow, a flow to a service (followed to its backends), or to a set of addresses.
import { nearestName } from '../base/nearest-name.ts';
import type { ClusterService } from '../model/cluster.ts';
import { type ServiceBackend, serviceBackends } from '../model/service-backends.ts';
import type { ServicePort } from '../resources/resource.ts';
import { explain } from './explain.ts';
import type { Explanation, FlowQuery, ServiceBackendVerdict } from './explanation.ts';
import type { QueryError, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

const isError = (answer: Explanation | QueryError): answer is QueryError => 'error' in answer;

/** Worst first: a service is only as good as the backend that a connection happens to get. */
const ORDER: readonly Verdict[] = ['denied', 'unknown', 'allowed'];

const nameOf = ({ namespace, name }: ClusterService): string => `${namespace}/${name}`;

/** `svc:ns/name`, or an address that is a service's own. */
function findService(snapshot: Snapshot, text: string): ClusterService | { readonly unknown: string } | undefined {
  const { services } = snapshot.cluster;
  if (!text.startsWith('svc:')) return services.find((service) => service.clusterIPs.includes(text));
  const name = text.slice(4);
  return services.find((service) => nameOf(service) === name) ?? { unknown: name };
}

const protocolName = (query: FlowQuery): string => query.protocol.toUpperCase();

function findPort(service: ClusterService, query: FlowQuery): ServicePort | undefined {
  return service.ports.find((port) => port.port === query.port && port.protocol === protocolName(query));
}

function noPort(service: ClusterService, query: FlowQuery): string {
  const ports = service.ports.map((port) => `${port.protocol} ${port.port}`).join(', ');
  const asked = `${protocolName(query)} ${query.port ?? ''}`.trim();
  return `service ${nameOf(service)} has no port ${asked}; it has ${ports === '' ? 'none' : ports}`;
}

/** `1 of 3 backends of shop/web can be reached.`; nothing where all are alike. */
function countSentence(service: ClusterService, verdicts: readonly ServiceBackendVerdict[]): string {
  const allowed = verdicts.filter(({ verdict }) => verdict === 'allowed').length;
  const be = allowed === 1 ? 'is' : 'are';
  if (verdicts.length === 1) return '';
  return ` Of the ${verdicts.length} backends of ${nameOf(service)}, ${allowed} ${be} allowed.`;
}

function explainBackends(
  snapshot: Snapshot,
  service: ClusterService,
  backends: readonly ServiceBackend[],
  query: FlowQuery,
  id: number,
): Explanation | QueryError {
  const judged: { answer: Explanation; backend: ServiceBackendVerdict }[] = [];
  for (const { name, port } of backends) {
    if (port === undefined) continue;
    const answer = explain(snapshot, { ...query, to: name, port }, id);
    if (isError(answer)) return answer;
    judged.push({ answer, backend: { name: answer.toLabel, port, verdict: answer.verdict } });
  }
  const worst = [...judged].sort((a, b) => ORDER.indexOf(a.answer.verdict) - ORDER.indexOf(b.answer.verdict))[0];
  if (!worst) {
    const error = `service ${nameOf(service)} has no backend for port ${query.port}: its selector selects no pod with that target port`;
    return { snapshot: id, error, suggestions: [] };
  }
  const verdicts = judged.map(({ backend }) => backend);
  const { answer } = worst;
  const label = `service ${nameOf(service)}`;
  const through = `${label} port ${query.port} leads to ${answer.toLabel} ${answer.traffic}, which is what policy sees.`;
  return {
    ...answer,
    from: query.from,
    to: query.to,
    summary: `${through.charAt(0).toUpperCase()}${through.slice(1)} ${answer.summary}${countSentence(service, verdicts)}`,
    service: { name: nameOf(service), port: query.port ?? 0, backends: verdicts },
  };
}

/** Other ranges of a set may be judged otherwise than the first, which stands for it. */
function explainSet(snapshot: Snapshot, query: FlowQuery, side: 'from' | 'to', id: number): Explanation | QueryError {
  const answer = explain(snapshot, query, id);
  const set = snapshot.cluster.sets.find((one) => one.shown && one.id === query[side]);
  if (isError(answer) || !set) return answer;
  // A set of a hundred thousand ranges is not asked range by range.
  const others = set.cidrs.slice(1, 200).filter((cidr) => {
    const other = explain(snapshot, { ...query, [side]: cidr.text }, id);
    return !isError(other) && other.verdict !== answer.verdict;
  });
  if (others.length === 0) return answer;
  const named = others
    .slice(0, 3)
    .map((cidr) => cidr.text)
    .join(', ');
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return { ...answer, summary: `${answer.summary} Other ranges of the set are judged otherwise: ${named}${more}.` };
}

/** Answers a query. Never throws; one that names nothing known is answered with suggestions. */
export function explainQuery(snapshot: Snapshot, query: FlowQuery, id = 0): Explanation | QueryError {
  const to = query.to.trim();
  const service = findService(snapshot, to);
  if (!service) {
    const side = to.startsWith('set:') ? 'to' : query.from.trim().startsWith('set:') ? 'from' : undefined;
    return side ? explainSet(snapshot, query, side, id) : explain(snapshot, query, id);
  }
  if ('unknown' in service) {
    const names = snapshot.cluster.services.map(nameOf);
    const near = nearestName(service.unknown, names);
    const hint = near === undefined ? '' : `; did you mean svc:${near}`;
    const suggestions = near === undefined ? [] : [`svc:${near}`];
    return { snapshot: id, error: `no service is called \`${service.unknown}\`${hint}`, suggestions };
  }
  const port = findPort(service, query);
  if (!port) return { snapshot: id, error: noPort(service, query), suggestions: [] };
  return explainBackends(snapshot, service, serviceBackends(snapshot.cluster, service, port), query, id);
}
