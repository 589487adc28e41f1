// `notselector-scope`: "anybody but …" in a namespaced policy, which means anybody of the own namespace but ….
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import { fitsItself, fitsNamespace, labelledObjects, objectNames } from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { listed } from '../wording.ts';

const isOnlyNot = ({ notSelector, selector, namespaceSelector, serviceAccounts }: CalicoEntity): boolean =>
  Boolean(notSelector) && !selector && !namespaceSelector && !serviceAccounts;

/** Whom it means instead; empty where the policy takes no part, or nobody is known. */
function meantText(entity: CalicoEntity, { namespace, placed }: CalicoPolicy, context: LintContext): string {
  if (placed.length === 0) return '';
  const meant = labelledObjects(context).filter(
    (object) => fitsNamespace(entity, object, namespace) && fitsItself(entity, object),
  );
  return meant.length === 0 ? '' : ` (${listed(objectNames(meant, context))})`;
}

export const notselectorScope: Lint = {
  code: 'notselector-scope',
  severity: 'warning',
  title: 'A notSelector alone does not mean “anybody else”',
  docs: {
    why: 'In a namespaced Calico policy a side with only a `notSelector` means objects of the own namespace that it does not select: no address outside, and nobody of another namespace. Calico’s documentation says otherwise.',
    fix: 'Deny whom the rule leaves out and allow everybody after that; or leave addresses out by `notNets`.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { notSelector: app == 'batch' }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Deny
      source: { selector: app == 'batch' }
    - action: Allow
`,
  },
  check: (context) =>
    context.calico
      .filter(({ namespace }) => namespace !== '')
      .flatMap((policy) =>
        policy.rules.flatMap(({ sides, rule }) =>
          sides
            .filter(({ entity }) => isOnlyNot(entity))
            .map(({ entity }): Finding => {
              const meant = meantText(entity, policy, context);
              return {
                message: `\`notSelector\` alone means the other objects of ${policy.namespace}${meant}, not addresses outside or pods of other namespaces`,
                advice:
                  'To mean anybody else, deny those first and then allow everybody, leave addresses out by `notNets`, or write a GlobalNetworkPolicy.',
                range: entity.notSelector?.range ?? rule.range,
                object: policy.label,
              };
            }),
        ),
      ),
};
