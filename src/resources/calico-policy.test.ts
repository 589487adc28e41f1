// The spec of Calico's policies: defaults, what is refused, and how it is mended.
import { describe, expect, it } from 'vitest';
import { decodeText, failingFixes, firstFix, manifestOf, mended, stylesOf } from '../testing/decode-text.ts';
import type { CalicoPolicyResource } from './calico-resource.ts';

function specOf(text: string): CalicoPolicyResource['spec'] {
  const [resource] = decodeText(text).resources;
  if (resource?.kind !== 'CalicoNetworkPolicy' && resource?.kind !== 'GlobalNetworkPolicy') {
    throw new Error(decodeText(text).said.join('\n'));
  }
  return resource.spec;
}

describe('types', () => {
  const rule = '[{action: Deny}]';
  it.each([
    ['order: 1', ['Ingress'], 0],
    [`ingress: ${rule}`, ['Ingress'], 0],
    [`egress: ${rule}`, ['Egress'], 0],
    [`ingress: ${rule}\negress: ${rule}`, ['Ingress', 'Egress'], 0],
    ['ingress: []', ['Ingress'], 0],
    ['types: []', ['Ingress'], 0],
    ['types: [Egress]', ['Egress'], 0],
    ['types: [Egress]\negress: []', ['Egress'], 0],
    // Read in two ways.
    ['egress: []', ['Ingress'], 1],
    ['ingress: []\negress: []', ['Ingress'], 1],
    [`ingress: ${rule}\negress: []`, ['Ingress'], 1],
    [`ingress: []\negress: ${rule}`, ['Egress'], 1],
  ])('%s', (spec, types, warnings) => {
    const text = manifestOf('NetworkPolicy', spec);
    expect(specOf(text).types).toEqual(types);
    expect(specOf(text).typesGiven === undefined).toBe(!/types: \[E/.test(spec));
    const { diagnostics } = decodeText(text);
    expect(diagnostics.map((one) => `${one.severity} ${one.code}`)).toEqual(
      Array(warnings).fill('warning types-implicit'),
    );
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
    if (warnings > 0) expect(specOf(firstFix(text)).types).toEqual(types);
  });

  it('are both in the storage form', () => {
    const text = manifestOf('NetworkPolicy', 'ingress: []', 'crd.projectcalico.org/v1');
    expect(specOf(text).types).toEqual(['Ingress', 'Egress']);
    expect(decodeText(text).diagnostics).toMatchObject([{ code: 'raw-crd-api', severity: 'warning' }]);
    expect(firstFix(text)).toBe(manifestOf('NetworkPolicy', 'ingress: []'));
  });
});

it.each(['', 'spec:\n', 'spec: {}\n', 'spec: {selector: null, order: null, ingress: null}\n'])(
  'an object with %j has the defaults',
  (spec) => {
    const text = `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: a.b, namespace: ignored}\n${spec}`;
    expect(decodeText(text).said).toEqual([]);
    expect(specOf(text)).toMatchObject({
      tier: 'default',
      types: ['Ingress'],
      ingress: [],
      egress: [],
      preDNAT: false,
    });
    expect(specOf(text)).toMatchObject({ order: undefined, selector: undefined, tierRange: undefined });
  },
);

it('takes any order', () => {
  expect(specOf(manifestOf('NetworkPolicy', 'order: -5.5')).order).toBe(-5.5);
  expect(specOf(manifestOf('NetworkPolicy', 'order: 1e3')).order).toBe(1000);
});

describe('refused', () => {
  const one = 'NetworkPolicy';
  const global = 'GlobalNetworkPolicy';
  const globalOnly = 'global() can only be used in an EntityRule namespaceSelector';
  it.each<[string, string, ...string[]]>([
    [
      one,
      'types: [ingress]',
      'spec.types[0]: Unsupported value: "ingress": supported values: "Ingress", "Egress" @ ingress',
    ],
    [one, 'types: Ingress', 'spec.types: must be a list, but "Ingress" is a string @ Ingress'],
    [one, 'types: [Egress, Egress]', "spec.types: 'Egress' type specified more than once @ [Egress, Egress]"],
    [one, 'order: "10"', 'spec.order: must be a number, but "10" is a string @ "10"'],
    [one, 'order: first', 'spec.order: must be a number, but "first" is a string @ first'],
    [one, 'selector: global()', `spec.selector: ${globalOnly} @ global()`],
    [one, 'serviceAccountSelector: global()', `spec.serviceAccountSelector: ${globalOnly} @ global()`],
    [global, 'namespaceSelector: global()', `spec.namespaceSelector: ${globalOnly} @ global()`],
    [one, 'Selector: all()', 'unknown field "spec.Selector" @ Selector'],
    [one, 'namespaceSelector: all()', 'unknown field "spec.namespaceSelector" @ namespaceSelector'],
    [one, 'applyOnForward: true', 'unknown field "spec.applyOnForward" @ applyOnForward'],
    [one, 'stagedAction: Set', 'unknown field "spec.stagedAction" @ stagedAction'],
    [
      one,
      'performanceHints: [Fast]',
      'spec.performanceHints[0]: Unsupported value: "Fast": supported values: "AssumeNeededOnEveryNode" @ Fast',
    ],
    [global, 'preDNAT: "true"', 'spec.preDNAT: must be true or false, but "true" is a string @ "true"'],
    [
      global,
      'doNotTrack: true',
      'spec: applyOnForward must be true if either preDNAT or doNotTrack is true @ doNotTrack',
    ],
    [
      global,
      'preDNAT: true\napplyOnForward: false',
      'spec: applyOnForward must be true if either preDNAT or doNotTrack is true @ applyOnForward',
    ],
    [
      global,
      'preDNAT: true\napplyOnForward: true\ndoNotTrack: true',
      'spec: preDNAT and doNotTrack cannot both be true @ doNotTrack',
    ],
    [
      global,
      'preDNAT: true\napplyOnForward: true\negress: [{action: Allow}]',
      'spec: preDNAT policy cannot have any egress rules @ egress',
    ],
    [
      global,
      'preDNAT: true\napplyOnForward: true\ntypes: [Ingress, Egress]',
      "spec: preDNAT policy cannot have 'Egress' type @ types",
    ],
  ])('%s %s', (kind, spec, ...problems) => {
    const text = manifestOf(kind, spec);
    const { said, resources, diagnostics } = decodeText(text);
    expect(said).toEqual(problems.map((problem) => `error: ${problem}`));
    expect(resources).toEqual([]);
    expect(diagnostics.filter(({ gap, advice }) => gap !== 'rejected' || !advice)).toEqual([]);
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
  });

  it('says that the denies are gone, too', () => {
    const [diagnostic] = decodeText(manifestOf(one, 'order: first')).diagnostics;
    expect(diagnostic?.message).toContain(
      '; Calico rejects the NetworkPolicy, so it counts as absent: its rules decide nothing, its denies included',
    );
  });
});

describe('names', () => {
  const named = (kind: string, name: string) =>
    `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: ${name}\n`;
  it.each([
    ['NetworkPolicy', 'a.b'],
    ['NetworkPolicy', 'knp.default.a.b.c'],
    ['StagedNetworkPolicy', 'ossg.default.a.b'],
    ['GlobalNetworkPolicy', 'default.deny-all'],
    ['StagedKubernetesNetworkPolicy', 'a.b.c'],
    ['Profile', 'kns.a.b'],
  ])('%s %s is one', (kind, name) => expect(decodeText(named(kind, name)).said).toEqual([]));

  it.each([
    ['NetworkPolicy', 'a.b.c', undefined],
    ['NetworkPolicy', 'knp.default.', 'knp.default'],
    ['GlobalNetworkPolicy', 'knp.default.a', undefined],
    ['StagedGlobalNetworkPolicy', 'MyPolicy', 'my-policy'],
    ['NetworkPolicy', 'my_policy', 'my-policy'],
    ['Tier', 'a.b', undefined],
    ['Tier', 'x'.repeat(64), undefined],
    ['NetworkSet', 'A', 'a'],
  ])('%s %s is none', (kind, name, better) => {
    const text = named(kind, name);
    const { diagnostics } = decodeText(text);
    expect(diagnostics[0]?.message).toMatch(
      /^metadata\.name: Invalid value: ".*": name (must consist of lower case|is too long)/,
    );
    if (better === undefined) expect(diagnostics[0]?.fixes).toBeUndefined();
    else expect(mended(text)).toBe(named(kind, better));
  });

  it('leaves namespaces to the API server', () => {
    const text = manifestOf('NetworkPolicy', 'order: 1').replace('namespace: shop', "namespace: '{{.Namespace}}'");
    const { diagnostics, resources } = decodeText(text);
    expect(diagnostics).toMatchObject([{ code: 'namespace-syntax', severity: 'warning' }]);
    expect(diagnostics[0]?.advice).toContain('Render the template');
    expect(resources).toHaveLength(1);
  });
});
