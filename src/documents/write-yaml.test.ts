// What is written is read back as the same data, by our reader and by an independent one.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';
import { integerOfFloat } from './resolve-scalar.ts';
import { writeYaml } from './write-yaml.ts';

vi.setConfig({ testTimeout: 30_000 });

const tricky = fc.constantFrom(
  ...['', 'y', 'No', 'on', '~', 'null', '010', '1e3', '0x10', '1_000', '2001-01-01', '<<', '=', '- a', 'a: b', 'a #b'],
  ...[
    '::/0',
    '10.0.0.0/8',
    '{{ x }}',
    '*a',
    '&a',
    '!t',
    '%x',
    '@x',
    '`x',
    '|',
    '>',
    '---',
    '...',
    ' a ',
    'a\nb\n',
    '\t',
  ],
  ...[
    '\u0085',
    '\u2028x\u2029',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u00a0',
    '\u007f',
    '\0',
    '\ufffe',
    '"',
    "'",
    '\\',
    '😀',
    '\u{e0001}',
  ],
);
const text = fc.oneof(tricky, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('labels', 'values', 'annotations')), tie('data'), { maxKeys: 4 }),
  ),
}));

describe('writeYaml', () => {
  it('round-trips through our reader without a finding', () => {
    fc.assert(
      fc.property(fc.dictionary(text, data, { minKeys: 1, maxKeys: 4 }), (value) => {
        const { documents, diagnostics } = readDocuments({ path: 'a', text: writeYaml(value) });
        expect(diagnostics.filter(({ code }) => code !== 'number-reads-differently' && code !== 'template')).toEqual(
          [],
        );
        if (diagnostics.some(({ code }) => code === 'template')) return;
        expect(documents.map(({ root }) => plainValue(root))).toEqual([asRead(value)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read alike by another reader, in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(fc.dictionary(text, data, { minKeys: 1, maxKeys: 4 }), (value) => {
        for (const version of ['1.1', '1.2'] as const) {
          expect(withoutNegativeZero(parse(writeYaml(value), { version, merge: false }))).toEqual(
            withoutNegativeZero(value),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes a policy as people write it', () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-web', namespace: 'shop', labels: { app: 'web' } },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
              { podSelector: { matchLabels: { a: 'y' } } },
            ],
            ports: [{ protocol: 'TCP', port: 80, endPort: undefined }],
          },
        ],
        egress: [],
      },
    };
    expect(writeYaml(policy)).toMatchInlineSnapshot(`
      "apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: allow-web
        namespace: shop
        labels:
          "app": "web"
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        ingress:
          - from:
              - ipBlock:
                  cidr: "10.0.0.0/8"
                  except:
                    - "10.1.0.0/16"
              - podSelector:
                  matchLabels:
                    "a": "y"
            ports:
              - protocol: TCP
                port: 80
        egress: []
      "
    `);
  });

  it('keeps JSON’s scalars and refuses what is no data', () => {
    expect(writeYaml('y')).toBe('"y"\n');
    expect(writeYaml([])).toBe('[]\n');
    expect(writeYaml([[1, [2n ** 60n]], []])).toBe('- - 1\n  - - 1152921504606846976\n- []\n');
    expect(writeYaml('\ud800')).toBe('"\ufffd"\n');
    expect(() => writeYaml({ a: () => 1 })).toThrow(TypeError);
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => writeYaml(cycle)).toThrow(RangeError);
  });
});

/** As numbers come back: -0 is 0, and integers that JavaScript cannot tell from their neighbours are bigints. */
function asRead(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asRead(item)]));
  }
  return typeof value === 'number' ? (integerOfFloat(value) ?? value) : value;
}

function withoutNegativeZero(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNegativeZero);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutNegativeZero(item)]));
}
