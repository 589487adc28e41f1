// Deployment: how many pods, and what they look like.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const object = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'a', labels: { no: 'no' } },
  spec,
});
const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', ports: [{ containerPort: 80 }] }] },
};

it('reads replicas and the template', () => {
  const { resources, said } = decodeJson(object({ replicas: 3, template }));
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'Deployment',
      meta: { namespace: 'default' },
      replicas: 3,
      template: { labels: new Map([['app', 'web']]), spec: { ports: [{ port: 80, protocol: 'TCP' }] } },
    },
  ]);
});

it.each([
  [{}, 1],
  [{ replicas: null }, 1],
  [{ replicas: 0 }, 0],
])('%j means %i pods', (spec, replicas) => expect(decodeJson(object(spec)).resources).toMatchObject([{ replicas }]));

it('warns of a field that Deployment does not have', () => {
  const { said, resources } = decodeJson(object({ replcias: 3 }));
  expect(said).toEqual([expect.stringMatching(/^warning: unknown field "spec.replcias"/)]);
  expect(resources).toHaveLength(1);
});
