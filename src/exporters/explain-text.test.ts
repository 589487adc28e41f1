// Both lanes with their places.
import { expect, it } from 'vitest';
import { drawnExplanation } from '../testing/draw-explanation.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { explainText } from './explain-text.ts';

it('shows both ends, the deciding step and what is not known', () =>
  expect(explainText.export(drawnExplanation())).toBe(`shop/Deployment/web → shop/Deployment/db TCP 5432: denied
No rule of the policies that select shop/Deployment/db allows it.

Egress at the source, shop/Deployment/web: allowed
  no policy → allowed
  >  default      default-allow
      No policy selects it for egress.

Ingress at the destination, shop/Deployment/db: denied
  default: db → no rule matches → denied
     default  1000  NetworkPolicy shop/db rule 1  no-match     policies/db.yaml:4
      Rule 1 is for port 80.
  >  default                                      end-of-tier
      Selected, and no rule allows the flow.

Not known:
  - The address of shop/web. Give --pod-cidr.
`));

it('lists the backends of a service', () => {
  const backend = (name: string, verdict: 'allowed' | 'denied') => ({ name, port: 8080, verdict });
  const backends = [backend('shop/Pod/a', 'allowed'), backend('shop/Pod/bb', 'denied')];
  const text = explainText.export({ ...drawnExplanation(), service: { name: 'shop/api', port: 80, backends } });
  expect(text).toContain('\n  shop/Pod/a   8080  allowed\n  shop/Pod/bb  8080  denied\n');
});

it.each(['invalid', 'staged', 'replaced'] as const)('shows a policy that is %s, and folds the others', (skip) => {
  const drawn = drawnExplanation();
  const policy = { id: 'x', kind: 'GlobalNetworkPolicy', namespace: '', name: 'p' };
  const step = { tier: '', policy, outcome: 'not-applied', reason: 'Why.' } as const;
  const skips = [skip, 'not-selected'] as const;
  const steps = [...drawn.egress.steps, ...skips.map((code) => ({ ...step, code, skip: code }))];
  const text = explainText.export({ ...drawn, egress: { ...drawn.egress, steps } });
  expect(text).toMatch(
    new RegExp(`  - +GlobalNetworkPolicy p +${skip}\n      Why\\.\n     \\(1 policy not asked: 1 does not select it;`),
  );
});

it('tells what made a rule match', () => {
  const drawn = drawnExplanation();
  const policy = {
    id: 'x',
    kind: 'CalicoNetworkPolicy',
    namespace: 'shop',
    name: 'p',
    order: 10,
    staged: true,
  } as const;
  const evidence = ['app=web', 'namespace label team=a'];
  const step = {
    code: 'rule-passes',
    tier: 'security',
    policy,
    outcome: 'pass',
    rule: 2,
    reason: 'Passes.',
    evidence,
  } as const;
  const text = explainText.export({ ...drawn, egress: { ...drawn.egress, steps: [step, ...drawn.egress.steps] } });
  expect(text).toContain('security  10  Calico NetworkPolicy shop/p (staged) rule 2  pass');
  expect(text).toContain('      Passes. (app=web, namespace label team=a)\n');
});

it.each(hostileNames)('shows %j without control characters', (name) => {
  const text = explainText.export({ ...drawnExplanation(), fromLabel: name, summary: name });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
