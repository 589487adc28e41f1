// Selectors against recorded matches; what policies apply to and what rules mean, against the selectors Calico builds.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Selector, selects } from '../../model/selector.ts';
import type { CalicoEntity, SelectorField } from '../../resources/calico-resource.ts';
import { parseCalicoSelector } from '../../resources/calico-selector.ts';
import { compileSelector, entitySelectors, policySubject } from './compile-selector.ts';

const range = { file: 'policy.yaml', start: 0, end: 0 };

function field(text: string | undefined): SelectorField | undefined {
  if (text === undefined) return undefined;
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return { text, tree: parsed.tree, range };
}

/** The compiled form of a selector that is written out. */
function compiled(text: string | undefined): Selector | undefined {
  const written = field(text);
  return written && compileSelector(written.tree);
}

describe('compileSelector', () => {
  interface RecordedSelector {
    readonly selector: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly valid: boolean;
    readonly match: boolean;
  }

  const text = readFileSync(new URL('../../testing/cases/calico-selectors.jsonl', import.meta.url), 'utf8');
  const cases = text
    .trimEnd()
    .split('\n')
    .map((line): RecordedSelector => JSON.parse(line));

  it('agrees with all recorded selectors', () => {
    const judged = cases.map(({ selector, labels, ...rest }) => {
      const parsed = parseCalicoSelector(selector);
      const own = new Map(Object.entries(labels));
      const match = 'tree' in parsed && selects(compileSelector(parsed.tree), () => own);
      return { ...rest, selector, valid: 'tree' in parsed, match };
    });
    expect(judged).toEqual(cases.map(({ labels: _, ...rest }) => rest));
    expect(judged).toHaveLength(129);
  });

  it.each<[string, Selector]>([
    ["a == 'b'", { op: 'in', scope: 'endpoint', key: 'a', values: ['b'] }],
    ["a not in {'b','b'}", { op: 'not', term: { op: 'in', scope: 'endpoint', key: 'a', values: ['b'] } }],
    ['a in {}', { op: 'in', scope: 'endpoint', key: 'a', values: [] }],
    ["!a != 'b'", { op: 'in', scope: 'endpoint', key: 'a', values: ['b'] }],
    ['all() && (has(a) && global())', { op: 'has', scope: 'endpoint', key: 'a' }],
    ['has(a) || (has(b) || all())', { op: 'all' }],
  ])('is compact: %s', (text, expected) => expect(compiled(text)).toEqual(expected));

  it('copes with the deepest trees that are read', () => {
    const deep = `${'!(has(a) && (has(b) || '.repeat(133)}has(c)${'))'.repeat(133)}`;
    const scope = { selector: field(deep), serviceAccountSelector: field(deep), namespaceSelector: field(deep) };
    expect(selects(policySubject({ ...scope, namespace: '' }), () => new Map())).toBe(true);
  });
});

describe('policySubject', () => {
  const subject = (scope: { s?: string; sa?: string; ns?: string }, namespace = '') =>
    policySubject({
      selector: field(scope.s),
      serviceAccountSelector: field(scope.sa),
      namespaceSelector: field(scope.ns),
      namespace,
    });

  it.each<[{ s?: string; sa?: string; ns?: string }, string]>([
    [{}, 'all()'],
    [{ s: 'all()' }, 'all()'],
    [{ s: "a == 'b'" }, "a == 'b'"],
    [{ ns: 'all()' }, 'has(projectcalico.org/namespace)'],
    [{ ns: ' ' }, 'has(projectcalico.org/namespace)'],
    [{ ns: "team != 'red'" }, "pcns.team != 'red'"],
    [{ s: 'has(a) || all()', ns: 'has(b)' }, '(has(a) || has(projectcalico.org/namespace)) && has(pcns.b)'],
    [{ s: "a != 'all()'", ns: 'has(b)' }, "a != 'has(projectcalico.org/namespace)' && has(pcns.b)"],
    [{ s: 'all()', sa: 'has(r)' }, 'has(projectcalico.org/serviceaccount) && has(pcsa.r)'],
    [{ sa: 'all()' }, 'has(projectcalico.org/serviceaccount)'],
    [
      { s: '!all()', ns: 'all()', sa: 'all()' },
      '!has(projectcalico.org/namespace) && has(projectcalico.org/namespace) && has(projectcalico.org/serviceaccount)',
    ],
  ])('of a global policy %j is %s', (scope, expected) => expect(subject(scope)).toEqual(compiled(expected)));

  it.each<[{ s?: string; sa?: string }, string]>([
    [{}, 'all()'],
    [{ s: "a == 'b' || has(c)" }, "a == 'b' || has(c)"],
    [{ s: 'all()', sa: "r == 'x'" }, "has(projectcalico.org/serviceaccount) && pcsa.r == 'x'"],
  ])('of a policy in a namespace, %j, are pods of that namespace, and %s', (scope, expected) => {
    const given = compiled(expected);
    const rest = given?.op === 'and' ? given.terms : given?.op === 'all' || !given ? [] : [given];
    const place = compiled("projectcalico.org/namespace == 'shop'");
    expect(subject(scope, 'shop')).toEqual({ op: 'and', terms: [{ op: 'type', types: ['pod'] }, place, ...rest] });
  });
});

describe('entitySelectors', () => {
  interface Entity {
    readonly s?: string;
    readonly not?: string;
    readonly ns?: string;
    readonly sa?: { readonly names?: readonly string[]; readonly s?: string };
  }

  const selectorsOf = ({ s, not, ns, sa }: Entity, namespace: string) => {
    const entity: CalicoEntity = {
      selector: field(s),
      notSelector: field(not),
      namespaceSelector: field(ns),
      serviceAccounts: sa && { names: sa.names ?? [], selector: field(sa.s) },
      nets: [],
      notNets: [],
      services: undefined,
      ports: [],
      notPorts: [],
      domains: [],
      range: undefined,
    };
    return entitySelectors(entity, namespace);
  };
  const inShop = "projectcalico.org/namespace == 'shop'";
  const spaced = 'has(projectcalico.org/namespace)';

  it.each<[Entity, (string | undefined)?, string?]>([
    [{}],
    [{ sa: {} }],
    [{ s: 'all()' }, inShop],
    [{ s: ' ' }, inShop],
    [{ s: "x == '1' || has(y)" }, `${inShop} && (x == '1' || has(y))`],
    [{ not: "x == '1'" }, `${inShop} && x != '1'`],
    [{ not: 'has(x) && has(y)' }, `${inShop} && !(has(x) && has(y))`],
    [{ ns: 'all()' }, spaced],
    [{ ns: ' ' }, spaced],
    [{ ns: 'global()' }, `!${spaced}`],
    [{ ns: 'global()', s: 'has(x)' }, `!${spaced} && has(x)`],
    [{ ns: "!has(team) || t == 'global()'" }, `!has(pcns.team) || pcns.t == '!${spaced}'`],
    [{ sa: { names: ['s', 't'] } }, `${inShop} && projectcalico.org/serviceaccount in {'s', 't'}`],
    [{ sa: { s: 'all()' }, ns: 'has(n)' }, 'has(pcns.n)'],
    [
      { s: 'has(x)', not: 'has(y)', ns: 'has(n)', sa: { names: ['s'], s: 'has(r)' } },
      "has(pcns.n) && has(pcsa.r) && projectcalico.org/serviceaccount == 's' && has(x) && !has(y)",
    ],
  ])('in a namespace, %j', (entity, positive, negative) =>
    expect(selectorsOf(entity, 'shop')).toEqual({ positive: compiled(positive), negative: compiled(negative) }),
  );

  it.each<[Entity, (string | undefined)?, string?]>([
    [{}],
    [{ s: 'all()' }, 'all()'],
    [{ s: 'has(x)', not: 'has(y)' }, 'has(x) && !has(y)'],
    [{ not: 'has(y)' }, undefined, 'has(y)'],
    [{ not: 'has(y)', ns: 'all()' }, `${spaced} && !has(y)`],
    [{ sa: { s: 'has(r)' } }, 'has(pcsa.r)'],
    [{ s: 'all()', ns: 'has(n)' }, 'has(pcns.n)'],
  ])('in a global policy, %j', (entity, positive, negative) =>
    expect(selectorsOf(entity, '')).toEqual({ positive: compiled(positive), negative: compiled(negative) }),
  );
});
