// The report as a person reads it.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityText } from './connectivity-text.ts';

it('groups by source and aligns', () => {
  const report = connectivity(
    [
      flow('dev/Deployment/web -> dev/StatefulSet/database TCP 3306 allowed'),
      {
        ...flow('dev/Deployment/web -> internet TCP all unknown'),
        missing: 'the address of `dev/web` is not in the manifests',
      },
      { ...flow('internet -> dev/Deployment/web TCP 80,443 allowed'), mixed: { pairs: 1, of: 2 } },
    ],
    {
      assumptions: [
        { code: 'x', message: 'Namespaces without a manifest', remedy: 'Add it', subjects: ['dev', 'ops'] },
      ],
    },
  );
  expect(
    connectivityText.export(report),
  ).toBe(`2 possible flows, 1 unknown (3 workloads, 4 pods, 2 namespaces, 1 policy)

dev/Deployment/web
  → dev/StatefulSet/database  TCP 3306       allowed
  → internet                  TCP all ports  unknown
      the address of \`dev/web\` is not in the manifests

internet
  → dev/Deployment/web        TCP 80,443     allowed for 1 of 2 pairs of pods

Assumed, because no manifest says it:
  - Namespaces without a manifest: dev, ops (Add it)
`);
});

it('says when something is missing', () =>
  expect(connectivityText.export(connectivity([], { incomplete: true }))).toMatch(/^0 possible flows .*; incomplete/));

it.each(hostileNames)('shows %j in one line without control characters', (name) => {
  const text = connectivityText.export(connectivity([{ ...flow('a -> b TCP 80 allowed'), src: name, dst: name }]));
  expect(text.split('\n')).toHaveLength(5);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
