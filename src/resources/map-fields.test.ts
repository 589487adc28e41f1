// Unknown fields reject policies and only warn elsewhere, where every field name is known.
import { expect, it } from 'vitest';
import { decodeJson, policyWith } from '../testing/decode-json.ts';

const adviceOf = (json: unknown) => decodeJson(json).diagnostics.map((diagnostic) => diagnostic.advice);

it('names the nearest field', () =>
  expect(adviceOf(policyWith({ PodSelector: {}, polcyTypes: [] }))).toEqual([
    'Write `podSelector`.',
    'Write `policyTypes`.',
  ]));

it('lists the fields where none is near', () =>
  expect(adviceOf(policyWith({ ingress: [{ sources: [] }] }))).toEqual([
    'Remove it, or use one of the fields here: `from`, `ports`.',
  ]));

it('keeps other objects and warns', () => {
  const { said, resources, diagnostics } = decodeJson({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ name: 'c', Image: 'i', ports: [{ containerPort: 80, port: 80 }] }], hostNetwrok: true },
  });
  const tail = 'which kubectl refuses and a raw API request drops';
  expect(said).toEqual([
    `warning: unknown field "spec.hostNetwrok", ${tail} @ "hostNetwrok"`,
    `warning: unknown field "spec.containers[0].Image", ${tail} @ "Image"`,
    `warning: unknown field "spec.containers[0].ports[0].port", ${tail} @ "port"`,
  ]);
  expect(diagnostics.map((diagnostic) => diagnostic.advice)[0]).toBe('Write `hostNetwork`.');
  expect(resources).toHaveLength(1);
});

it('treats names of Object.prototype as any other', () =>
  expect(decodeJson(policyWith({ constructor: {}, toString: 1 })).said).toEqual([
    'error: unknown field "spec.constructor" @ "constructor"',
    'error: unknown field "spec.toString" @ "toString"',
  ]));

it('counts problems beyond a hundred', () => {
  const ports = Array.from({ length: 150 }, () => ({ port: 0 }));
  const { said } = decodeJson(policyWith({ ingress: [{ ports }] }));
  expect(said).toHaveLength(101);
  expect(said.at(-1)).toMatch('50 more problems in this object are not listed');
});
