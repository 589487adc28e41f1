// Which Services an Ingress sends traffic to.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const ingress = (spec: unknown) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'a' },
  spec,
});
const path = (name: string) => ({ path: '/', backend: { service: { name, port: { number: 80 } } } });

it('collects the default backend and those of the paths, each once', () => {
  const rules = [{ http: { paths: [path('web'), path('api')] } }, { host: 'b' }, { http: { paths: [path('web')] } }];
  const defaultBackend = { service: { name: 'fallback' } };
  expect(decodeJson(ingress({ defaultBackend, rules })).resources).toMatchObject([
    { services: ['fallback', 'web', 'api'] },
  ]);
});

it('has no Service behind a resource', () =>
  expect(decodeJson(ingress({ defaultBackend: { resource: { kind: 'Bucket', name: 's' } } }))).toMatchObject({
    said: [],
    resources: [{ services: [] }],
  }));

it('is rejected where a Service name is no string', () =>
  expect(decodeJson(ingress({ defaultBackend: { service: { name: 1 } } })).said).toEqual([
    'error: spec.defaultBackend.service.name: must be a string, but `1` reads as a number @ 1',
  ]));
