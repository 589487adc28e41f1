// A compiled policy as lines of text, and the compiler's output for a manifest (tests only).
import type { PolicyKind } from '../dialects/dialect.ts';
import type { Peer, Policy, Rule, TrafficTerm } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
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

function drawTerm({ protocol, ports }: TrafficTerm): string {
  if (ports.type === 'all') return `${protocol} all`;
  return `${protocol} ${ports.type === 'named' ? ports.name : `${ports.from}-${ports.to}`}`;
}

function drawRule({ number, action, peer, traffic }: Rule): string {
  return `${number} ${action} ${drawPeer(peer)}: ${traffic.length === 0 ? 'all traffic' : traffic.map(drawTerm).join(', ')}`;
}

/** One line for the policy and its subject, then one for each rule, or for a governed direction without rules. */
function drawPolicy(policy: Policy): readonly string[] {
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

/** The only object of `manifest`, compiled by `kind` and drawn. Throws where the manifest has an error. */
export function drawCompiled(kind: PolicyKind, manifest: string): readonly string[] {
  const [resource] = decodeFiles([{ path: 'policy.yaml', text: manifest }]);
  const policy = resource && kind.compile(resource);
  return policy ? drawPolicy(policy) : ['not compiled'];
}
