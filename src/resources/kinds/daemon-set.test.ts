// DaemonSet: what its pods look like.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const object = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'a', labels: { no: 'no' } },
  spec,
});
const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', ports: [{ containerPort: 80 }] }] },
};

it('reads the template and counts as one pod', () => {
  const { resources, said } = decodeJson(object({ template, minReadySeconds: 1 }));
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'DaemonSet',
      replicas: 1,
      template: { labels: new Map([['app', 'web']]), spec: { ports: [{ port: 80, protocol: 'TCP' }] } },
    },
  ]);
});

it('has no replicas', () =>
  expect(decodeJson(object({ replicas: 3 }))).toMatchObject({
    said: [expect.stringMatching(/^warning: unknown field "spec.replicas"/)],
    resources: [{ replicas: 1 }],
  }));
