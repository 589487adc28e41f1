// Charts: templates are skipped with the command that renders them; plain files are read.
import { expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { helmChart } from './helm-chart.ts';
import { importFiles } from './import-entries.ts';

const chart = [
  entry('shop/Chart.yaml', 'apiVersion: v2\nname: shop\n'),
  entry('shop/values.yaml', 'replicas: 2\n'),
  entry('shop/templates/web.yaml', 'kind: Deployment\nmetadata: { name: "{{ .Release.Name }}" }\n'),
  entry('shop/templates/plain.yaml', 'kind: NetworkPolicy\n'),
  entry('shop/crds/c.yaml', 'kind: CustomResourceDefinition\n'),
  entry('values.yaml', 'kind: ConfigMap\n'),
];

it('reads what needs no rendering and names the rest', async () => {
  const { files, notices } = await importFiles(chart);
  expect(files.map((file) => file.path)).toEqual(['shop/crds/c.yaml', 'shop/templates/plain.yaml', 'values.yaml']);
  expect(notices.map((notice) => [notice.path, notice.severity])).toEqual([
    ['shop/Chart.yaml', 'info'],
    ['shop/templates/web.yaml', 'error'],
    ['shop/values.yaml', 'info'],
  ]);
  expect(notices[1]?.message).toContain('`helm template`');
});

it.each([
  ['templates/a.yaml', ['Chart.yaml'], true],
  ['templates/a.yaml', ['other/Chart.yaml'], false],
  ['templates/NOTES.txt', ['Chart.yaml'], false],
  ['charts/db/templates/a.yaml', ['Chart.yaml', 'charts/db/Chart.yaml'], true],
  ['values-prod.yaml', ['Chart.yaml'], true],
  ['Chart.yaml', [], false],
])('recognises %s beside %s: %s', (path, paths, expected) =>
  expect(helmChart.recognise(path, new Set(paths))).toBe(expected),
);
