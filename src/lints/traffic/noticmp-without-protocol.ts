// `noticmp-without-protocol`: exceptions of ICMP in a rule that is not about ICMP, which Calico cannot program.
import { fixOf, removeEntry, setEntry } from '../../documents/write-edits.ts';
import type { CalicoRule } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext } from '../lint-context.ts';

const ICMP = 1;
const ICMP_V6 = 58;

const isWrong = ({ notICMP, protocol }: CalicoRule): boolean =>
  notICMP !== undefined && protocol !== ICMP && protocol !== ICMP_V6;

/** Another protocol has no types to leave out; without one, ICMP was meant. */
function fixesFor({ resource }: CalicoPolicy, { rule, path }: CalicoPolicyRule, { manifests }: LintContext) {
  if (rule.protocol !== undefined) {
    return fixOf('Remove `notICMP`', removeEntry(manifests.find(resource.range, [...path, 'notICMP'])));
  }
  const name = rule.ipVersion === 6 ? 'ICMPv6' : 'ICMP';
  return fixOf(`Add \`protocol: ${name}\``, setEntry(manifests.find(resource.range, path), 'protocol', name));
}

export const noticmpWithoutProtocol: Lint = {
  code: 'noticmp-without-protocol',
  severity: 'error',
  title: 'A rule leaves out kinds of ICMP and is not about ICMP',
  docs: {
    why: 'Kinds of ICMP can only be told apart in a rule for ICMP. Calico’s validator lets `notICMP` pass without a protocol, but no such rule can be programmed on the nodes, where it may hold up other rules as well.',
    fix: 'Add `protocol: ICMP` (or `ICMPv6`) to the rule; to match everything but some kinds of ICMP, write a rule for these first.',
    source: {
      title: 'Calico: NetworkPolicy, ICMP',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#icmp',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      notICMP: { type: 8 }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: ICMP
      notICMP: { type: 8 }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      policy.rules
        .filter(({ rule }) => isWrong(rule))
        .map((rule): Finding => {
          const has = rule.rule.protocol === undefined ? 'no protocol' : 'another protocol';
          return {
            message: `\`notICMP\` leaves out kinds of ICMP, and the rule has ${has}: Calico accepts it and cannot program it on the nodes`,
            advice: 'Write `protocol: ICMP` or `protocol: ICMPv6` in the rule.',
            range:
              context.manifests.rangeOf(policy.resource.range, [...rule.path, 'notICMP'], 'name') ?? rule.rule.range,
            object: policy.label,
            fixes: fixesFor(policy, rule, context),
          };
        }),
    ),
};
