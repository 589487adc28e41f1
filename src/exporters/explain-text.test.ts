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
  >  default  default-allow
      No policy selects it for egress.

Ingress at the destination, shop/Deployment/db: denied
  default: db → no rule matches → denied
     default: NetworkPolicy/shop/db rule 1  no-match     policies/db.yaml:4
      Rule 1 is for port 80.
  >  default                                end-of-tier
      Selected, and no rule allows the flow.

Not known:
  - The address of shop/web. Give --pod-cidr.
`));

it.each(hostileNames)('shows %j without control characters', (name) => {
  const text = explainText.export({ ...drawnExplanation(), fromLabel: name, summary: name });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
