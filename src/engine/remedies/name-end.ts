// How a rule or a policy would name one end of a flow: by the fewest labels that tell it from others, or by its addresses.
import { compareText } from '../../base/compare-text.ts';
import type { RuleEnd } from '../../dialects/rule-draft.ts';
import type { Endpoint } from '../../model/cluster.ts';
import { cidrOfAddress } from '../../net/cidr.ts';
import type { Labels } from '../../resources/resource.ts';
import type { Party } from '../resolve-party.ts';
import type { Snapshot } from '../snapshot.ts';

/** Labels by which people name applications, best first. */
const NAMING = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name', 'app.kubernetes.io/component', 'component', 'role'];
/** Set by controllers on each pod or each revision: no manifest names them. */
const VOLATILE =
  /^(pod-template-hash|pod-template-generation|controller-revision-hash|controller-uid|job-name|batch\.kubernetes\.io\/.*|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index)$/;
const MOST_LABELS = 3;

const rank = (key: string): number => {
  const place = NAMING.indexOf(key);
  return place < 0 ? NAMING.length : place;
};

/** Label sets of the namespace's workloads other than the endpoint's own, once each. */
function othersThere({ cluster }: Snapshot, own: Endpoint): readonly Labels[] {
  return cluster.workloads.flatMap((workload, index) => {
    if (index === own.workload || workload.namespace !== own.namespace) return [];
    const first = cluster.endpoints[workload.endpoints[0] ?? -1];
    return first ? [first.labels] : [];
  });
}

/** The fewest labels that select the endpoint and as few others of its namespace as can be; empty where it has none. */
export function namingLabels(snapshot: Snapshot, own: Endpoint): Labels {
  let others = othersThere(snapshot, own);
  const left = [...own.labels].filter(([key]) => !VOLATILE.test(key));
  left.sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b));
  const chosen = new Map<string, string>();
  while (left.length > 0 && chosen.size < MOST_LABELS && (chosen.size === 0 || others.length > 0)) {
    const counts = left.map(([key, value]) => others.filter((labels) => labels.get(key) === value).length);
    const best = counts.indexOf(Math.min(...counts));
    const [key, value] = left.splice(best, 1)[0] ?? ['', ''];
    const still = others.filter((labels) => labels.get(key) === value);
    if (chosen.size > 0 && still.length === others.length) break;
    chosen.set(key, value);
    others = still;
  }
  return chosen;
}

/** Undefined where it can be named by an address only, and that is not known. */
export function nameEnd(snapshot: Snapshot, party: Party): RuleEnd | undefined {
  if (party.type === 'address') {
    const range = party.range ?? (party.address && cidrOfAddress(party.address));
    return range && { type: 'addresses', cidrs: [range.text] };
  }
  const { endpoint } = party;
  if (endpoint.type === 'pod' && !endpoint.hostNetwork) {
    return { type: 'pods', namespace: endpoint.namespace, labels: namingLabels(snapshot, endpoint) };
  }
  return endpoint.addresses.length > 0
    ? { type: 'addresses', cidrs: endpoint.addresses.map((address) => cidrOfAddress(address).text) }
    : undefined;
}
