// A compiled policy as lines of text, and the compiler's output for a manifest (tests only).
import type { CompileContext, PolicyKind } from '../dialects/dialect.ts';
import { buildCluster } from '../model/build-cluster.ts';
import type { Peer, Policy, Rule, RuleMatch, TrafficTerm } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import { ALL_CONNECTIONS, ALL_PORTS, type ConnectionSet, formatPorts, rangesOf } from '../net/connection-set.ts';
import { decodeFiles } from './decode-files.ts';

const joined = (texts: readonly string[], word: string): string =>
  texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(` ${word} `)})`;

/** `ns:env in [dev]` asks a namespace's label, `app in [a, b]` the endpoint's own. */
function drawSelector(selector: Selector): string {
  switch (selector.op) {
    case 'all':
      return 'all';
    case 'has':
      return `has ${selector.scope === 'namespace' ? 'ns:' : ''}${selector.key}`;
    case 'in':
      return `${selector.scope === 'namespace' ? 'ns:' : ''}${selector.key} in [${selector.values.join(', ')}]`;
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return `${selector.scope === 'namespace' ? 'ns:' : ''}${selector.key} ${selector.op} ${selector.text}`;
    case 'type':
      return `type ${selector.types.join('|')}`;
    case 'and':
    case 'or':
      return joined(selector.terms.map(drawSelector), selector.op);
    case 'not':
      return `not ${drawSelector(selector.term)}`;
  }
}

function drawPeer(peer: Peer): string {
  switch (peer.op) {
    case 'any':
      return 'anyone';
    case 'endpoints':
      return drawSelector(peer.selector);
    case 'objects':
      return `objects ${drawSelector(peer.selector)}`;
    case 'hosts':
      return `hosts ${drawSelector(peer.selector)}`;
    case 'addresses': {
      const texts = (cidrs: typeof peer.include) => cidrs.map((cidr) => cidr.text).join(', ');
      return texts(peer.include) + (peer.exclude.length > 0 ? ` except ${texts(peer.exclude)}` : '');
    }
    case 'unresolved':
      return `${peer.fact.code}: ${peer.fact.message}`;
    case 'and':
    case 'or':
      return joined(peer.terms.map(drawPeer), peer.op);
    case 'not':
      return `not ${drawPeer(peer.term)}`;
  }
}

function drawPoints(points: ConnectionSet): string {
  if (points.join() === ALL_CONNECTIONS.join()) return 'any';
  if (points.join() === ALL_PORTS.join()) return 'any port';
  const ranges = rangesOf(points).map((range) => `${range.protocol} ${formatPorts(range)}`);
  return ranges.length === 0 ? 'no traffic' : ranges.join(', ');
}

function drawTerm(term: TrafficTerm): string {
  if (term.type === 'points') return drawPoints(term.points);
  return `${term.name} of ${drawPoints(term.within)}${term.among ? ` at ${drawSelector(term.among)}` : ''}`;
}

function drawMatch({ peer, own, traffic, except = [] }: RuleMatch): string {
  const terms = traffic.length === 0 ? 'all traffic' : traffic.map(drawTerm).join(', ');
  const ends = `${drawPeer(peer)}${own ? ` with own ${drawPeer(own)}` : ''}`;
  return `${ends}: ${terms}${except.length > 0 ? ` except ${except.map(drawTerm).join(', ')}` : ''}`;
}

function drawRule({ number, action, matches, families }: Rule): string {
  const about = families ? ` IPv${families.join('/')}` : '';
  return `${number} ${action}${about} ${matches.length === 0 ? 'nothing' : matches.map(drawMatch).join('; ')}`;
}

/** One line for the policy and its subject, then one for each rule, or for a governed direction without rules. */
export function drawPolicy(policy: Policy): readonly string[] {
  const direction = (name: string, rules: readonly Rule[] | undefined): string[] => {
    if (!rules) return [];
    return rules.length === 0 ? [`${name}: no rule`] : rules.map((rule) => `${name} ${drawRule(rule)}`);
  };
  return [
    `${policy.id}, ${policy.tier} ${policy.order}, for ${drawSelector(policy.subject)}`,
    ...direction('ingress', policy.ingress),
    ...direction('egress', policy.egress),
  ];
}

/** The last object of `manifest`, compiled by `kind` in the cluster that all of it describes. Throws where it has an error. */
export function compileManifest(
  kind: PolicyKind,
  manifest: string,
  context: Partial<Omit<CompileContext, 'cluster'>> = {},
): readonly Policy[] {
  const resources = decodeFiles([{ path: 'policy.yaml', text: manifest }]);
  const last = resources.at(-1);
  const cluster = buildCluster(resources);
  const defaults = { semantics: 'kubernetes', pending: 'enforced', domains: new Map() } as const;
  return last ? kind.compile(last, { ...defaults, ...context, cluster }) : [];
}

/** What `compileManifest` makes of it, drawn. */
export function drawCompiled(...args: Parameters<typeof compileManifest>): readonly string[] {
  const policies = compileManifest(...args);
  return policies.length > 0 ? policies.flatMap(drawPolicy) : ['not compiled'];
}
