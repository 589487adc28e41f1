// What the tests of workload kinds share: every kind reads its pod template alike, and counts pods by `spec.replicas` or as one.
import { expect, it } from 'vitest';
import { decodeJson } from './decode-json.ts';

const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', ports: [{ containerPort: 80 }] }] },
};
const read = { labels: new Map([['app', 'web']]), spec: { ports: [{ port: 80, protocol: 'TCP' }] } };

const decoding = (apiVersion: string, kind: string) => (spec: object) =>
  decodeJson({ apiVersion, kind, metadata: { name: 'a', labels: { no: 'no' } }, spec });

/** Of a kind that says how many pods it wants. */
export function testReplicatedKind(apiVersion: string, kind: string): void {
  const decode = decoding(apiVersion, kind);

  it('reads replicas and the template', () => {
    const { resources, said } = decode({ replicas: 3, template });
    expect(said).toEqual([]);
    expect(resources).toMatchObject([{ kind, meta: { namespace: 'default' }, replicas: 3, template: read }]);
  });

  it.each([
    [{}, 1],
    [{ replicas: null }, 1],
    [{ replicas: 0 }, 0],
  ])('%j means %i pods', (spec, replicas) => expect(decode(spec).resources).toMatchObject([{ replicas }]));

  it(`warns of a field that ${kind} does not have`, () => {
    const { said, resources } = decode({ replcias: 3 });
    expect(said).toEqual([expect.stringMatching(/^warning: unknown field "spec.replcias"/)]);
    expect(resources).toHaveLength(1);
  });
}

/** Of a kind without `spec.replicas`; `specWith` makes a spec of its own around a pod template. */
export function testSingleKind(apiVersion: string, kind: string, specWith: (template: object) => object): void {
  const decode = decoding(apiVersion, kind);

  it('reads the template and counts as one pod', () => {
    const { resources, said } = decode(specWith(template));
    expect(said).toEqual([]);
    expect(resources).toMatchObject([{ kind, replicas: 1, template: read }]);
  });

  it('has no replicas', () =>
    expect(decode({ replicas: 3 })).toMatchObject({
      said: [expect.stringMatching(/^warning: unknown field "spec.replicas"/)],
      resources: [{ replicas: 1 }],
    }));
}
