// Assertions of a file: patterns and others in the list of pins, and the flow behind one that is broken.
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import { openTexts } from './workbench-page.ts';

const pod = (name: string, tier: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, labels: { app: ${name}, tier: ${tier} } }\nspec: { containers: [{ name: c, ports: [{ containerPort: 80 }] }] }\n`;

const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: data, namespace: shop }
spec:
  podSelector: { matchLabels: { tier: data } }
  ingress: [{ from: [{ podSelector: { matchLabels: { tier: front } } }] }]
`;

const assertions = `apiVersion: sluice/v1
kind: Assertions
groups: { data: ['shop/[tier=data]'] }
assertions:
  - { name: web reaches all data, from: shop/web, to: group:data, expect: allowed }
  - { name: nobody else reaches data, from: others, to: group:data, port: all, expect: denied }
  - { name: a typing error, from: 'shp/*', to: group:data, expect: allowed }
`;

test('patterns, groups and others are judged; a broken one opens the flow that is not as it must be', async ({
  page,
}) => {
  const pods = [
    pod('web', 'front'),
    pod('admin', 'front'),
    pod('job', 'back'),
    pod('db', 'data'),
    pod('cache', 'data'),
  ];
  await openTexts(page, { 'shop.yaml': pods.join('') + policy, 'shop.flows.yaml': assertions });
  await expect(page.getByTestId('pins')).toHaveText('3 pinned, 2 broken');
  await page.getByTestId('pins').click();
  const pins = page.getByRole('list', { name: 'Pinned flows' });
  const others = pins.getByRole('listitem').filter({ hasText: 'nobody else reaches data' });
  await expect(others).toContainText(
    /broken.*others.*group:data every port.*must be denied, and is not for 4 of 10 pairs/,
  );
  await expect(pins.getByRole('listitem').filter({ hasText: 'a typing error' })).toContainText(
    /no namespace fits.*shp/,
  );
  await expect(pins.getByRole('listitem').last()).toContainText(/holds.*web reaches all data/);
  expect(await axeViolations(page, 'section[aria-label="Detail"]')).toEqual([]);
  await others.getByRole('button', { name: /^Explain/ }).click();
  const panel = page.getByTestId('explain');
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  await expect(panel).toContainText('shop/Pod/admin');
});
