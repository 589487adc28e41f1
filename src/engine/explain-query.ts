// Explains what a person asks: one flow, a flow to a service (followed to its backends), or to a set of addresses.
import { nearestName } from '../base/nearest-name.ts';
import type { ClusterService } from '../model/cluster.ts';
import { type ServiceBackend, serviceBackends } from '../model/service-backends.ts';
import { type Cidr, containsCidr, parseCidr } from '../net/cidr.ts';
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

/** The port that is asked for, or the only one that may be meant; an error where there is none or a choice. */
function findPort(service: ClusterService, query: FlowQuery): ServicePort | { readonly error: string } {
  const name = protocolName(query);
  const meant = service.ports.filter(
    ({ port, protocol }) =>
      (query.port === undefined || port === query.port) && (query.isProtocolOpen || protocol === name),
  );
  const [first] = meant;
  const chosen = meant.length === 1 ? first : meant.find((port) => port.port === query.port && port.protocol === name);
  if (chosen) return chosen;
  const ports = service.ports.map((port) => `${port.protocol} ${port.port}`).join(', ');
  if (first) return { error: `service ${nameOf(service)} has several ports; name one of ${ports}` };
  const proto = query.isProtocolOpen ? '' : `${name} `;
  const asked = query.port === undefined ? `${proto}port` : `port ${proto}${query.port}`;
  return { error: `service ${nameOf(service)} has no ${asked}; it has ${ports === '' ? 'none' : ports}` };
}

const unknown = (id: number, error: string, suggestions: readonly string[] = []): QueryError => ({
  snapshot: id,
  error,
  suggestions,
});

function noService(snapshot: Snapshot, name: string, id: number): QueryError {
  const names = snapshot.cluster.services.map(nameOf);
  const near = names.find((one) => one.endsWith(`/${name}`)) ?? nearestName(name, names);
  if (near === undefined) return unknown(id, `no service is called \`${name}\``);
  return unknown(id, `no service is called \`${name}\`; did you mean svc:${near}`, [`svc:${near}`]);
}

/** Where the service leads, and which of several backends the rest of the summary is about. */
function throughSentence(
  service: ClusterService,
  query: FlowQuery,
  { toLabel, traffic }: Explanation,
  verdicts: readonly ServiceBackendVerdict[],
): string {
  const head = `Service ${nameOf(service)} port ${query.port} leads to`;
  if (verdicts.length === 1) return `${head} ${toLabel} ${traffic}, which is what policy sees.`;
  const allowed = verdicts.filter(({ verdict }) => verdict === 'allowed').length;
  const count = `${allowed === 0 ? 'none' : allowed} ${allowed < 2 ? 'is' : 'are'} allowed`;
  return `${head} ${verdicts.length} backends, of which ${count}; what follows is about ${toLabel} ${traffic}.`;
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
    return unknown(
      id,
      `service ${nameOf(service)} has no backend for port ${query.port}: its selector selects no pod with that target port`,
    );
  }
  const verdicts = judged.map(({ backend }) => backend);
  const { answer } = worst;
  const through = throughSentence(service, query, answer, verdicts);
  return {
    ...answer,
    from: query.from,
    to: query.to,
    summary: `${through} ${answer.summary}`,
    service: { name: nameOf(service), port: query.port ?? 0, backends: verdicts },
  };
}

/** What one address of a range or a set stands for, and the other ranges that it may not stand for. */
function otherRanges(snapshot: Snapshot, text: string): { readonly ranges: readonly Cidr[]; readonly of: string } {
  const set = snapshot.cluster.sets.find((one) => one.shown && one.id === text);
  if (set) return { ranges: set.cidrs.slice(1), of: 'Other ranges of the set' };
  const range = parseCidr(text.replace(/^cidr:/, ''))?.cidr;
  const known = [...snapshot.namedCIDRs, ...snapshot.namedSets.flatMap((named) => named.cidrs)];
  const inside = known.filter((cidr) => range && cidr.text !== range.text && containsCidr(range, cidr));
  return { ranges: [...new Map(inside.map((cidr) => [cidr.text, cidr])).values()], of: 'Narrower ranges inside' };
}

/** An explanation is of one range; others of the same end may be judged otherwise. */
function explainRanges(
  snapshot: Snapshot,
  query: FlowQuery,
  side: 'from' | 'to',
  id: number,
): Explanation | QueryError {
  const answer = explain(snapshot, query, id);
  if (isError(answer)) return answer;
  const { ranges, of } = otherRanges(snapshot, query[side].trim());
  // A set of a hundred thousand ranges is not asked range by range.
  const others = ranges.slice(0, 200).filter((cidr) => {
    const other = explain(snapshot, { ...query, [side]: cidr.text }, id);
    return !isError(other) && other.verdict !== answer.verdict;
  });
  if (others.length === 0) return answer;
  const named = others
    .slice(0, 3)
    .map((cidr) => cidr.text)
    .join(', ');
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return { ...answer, summary: `${answer.summary} ${of} are judged otherwise: ${named}${more}.` };
}

/** Whether a name stands for more than one address outside. */
const isRange = (text: string): boolean =>
  text.startsWith('set:') || parseCidr(text.replace(/^cidr:/, '')) !== undefined;

/** Answers a query. Never throws; one that names nothing known is answered with suggestions. */
export function explainQuery(snapshot: Snapshot, query: FlowQuery, id = 0): Explanation | QueryError {
  const [from, to] = [query.from.trim(), query.to.trim()];
  if (from.startsWith('svc:')) return unknown(id, 'a flow comes from a pod, not from a service; name a pod behind it');
  const service = findService(snapshot, to);
  if (!service) {
    const side = isRange(to) ? 'to' : isRange(from) ? 'from' : undefined;
    return side ? explainRanges(snapshot, query, side, id) : explain(snapshot, query, id);
  }
  if ('unknown' in service) return noService(snapshot, service.unknown, id);
  const port = findPort(service, query);
  if ('error' in port) return unknown(id, port.error);
  const asked = { ...query, protocol: port.protocol, port: port.port };
  return explainBackends(snapshot, service, serviceBackends(snapshot.cluster, service, port), asked, id);
}
