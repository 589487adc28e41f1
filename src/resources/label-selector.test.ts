// Which label selectors are valid, and what is read of them.
import { describe, expect, it } from 'vitest';
import { decodeJson, policyWith } from '../testing/decode-json.ts';

function decodeSelector(podSelector: unknown) {
  const { resources, said } = decodeJson(policyWith({ podSelector }));
  const [policy] = resources;
  const selector = policy?.kind === 'NetworkPolicy' ? policy.spec.podSelector : undefined;
  const read = selector?.requirements.map(({ key, operator, values }) => `${key} ${operator} [${values.join()}]`);
  return { read, said: said.map((line) => line.replaceAll('spec.podSelector.', '')) };
}

const expression = (requirement: unknown) => ({ matchExpressions: [requirement] });
const labelWords =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const nameWords =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

it.each<[unknown, string[]]>([
  [{}, []],
  [{ matchLabels: null, matchExpressions: [] }, []],
  [{ matchLabels: { app: 'web', empty: '', nothing: null } }, ['app In [web]', 'empty In []', 'nothing In []']],
  [{ matchLabels: { 'example.com/A_b.c': 'X' } }, ['example.com/A_b.c In [X]']],
  [expression({ key: 'a', operator: 'In', values: ['x', null, 'x'] }), ['a In [x,,x]']],
  [expression({ key: 'a', operator: 'NotIn', values: ['x'] }), ['a NotIn [x]']],
  [expression({ key: 'a', operator: 'Exists', values: [] }), ['a Exists []']],
  [expression({ key: 'a', operator: 'DoesNotExist', values: null }), ['a DoesNotExist []']],
  [{ matchLabels: { constructor: 'c', toString: 't' } }, ['constructor In [c]', 'toString In [t]']],
])('%j', (selector, expected) => expect(decodeSelector(selector)).toEqual({ read: expected, said: [] }));

describe('invalid', () => {
  const values = "must be specified when `operator` is 'In' or 'NotIn'";
  const forbidden = "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
  it.each<[unknown, ...string[]]>([
    [{ matchLabels: { app: 5 } }, 'matchLabels: label `app` must be a string, but `5` reads as a number @ 5'],
    [{ matchLabels: { app: true } }, 'matchLabels: label `app` must be a string, but `true` reads as a boolean @ true'],
    [{ matchLabels: { app: ['a'] } }, 'matchLabels: label `app` must be a string, but it is a list @ ["a"]'],
    [{ matchLabels: ['a'] }, 'matchLabels: must be a map, but it is a list @ ["a"]'],
    [{ matchLabels: { app: 'a b' } }, `matchLabels: Invalid value: "a b": ${labelWords} @ "a b"`],
    [
      { matchLabels: { app: 'x'.repeat(64) } },
      `matchLabels: Invalid value: "${'x'.repeat(64)}": must be no more than 63 characters @ "${'x'.repeat(64)}"`,
    ],
    [{ matchLabels: { '-a': '' } }, `matchLabels: Invalid value: "-a": ${nameWords} @ "-a"`],
    [{ matchlabels: {} }, 'unknown field "matchlabels" @ "matchlabels"'],
    [
      expression({ key: 'a', operator: 'In' }),
      `matchExpressions[0].values: Required value: ${values} @ {"key": "a", "operator": "In"}`,
    ],
    [
      expression({ key: 'a', operator: 'NotIn', values: [] }),
      `matchExpressions[0].values: Required value: ${values} @ []`,
    ],
    [expression({ key: 'a', operator: 'Exists', values: ['x'] }), `matchExpressions[0].values: ${forbidden} @ ["x"]`],
    [
      expression({ key: 'a', operator: 'DoesNotExist', values: ['x'] }),
      `matchExpressions[0].values: ${forbidden} @ ["x"]`,
    ],
    [
      expression({ key: 'a', operator: 'in', values: ['x'] }),
      'matchExpressions[0].operator: Invalid value: "in": not a valid selector operator @ "in"',
    ],
    [
      expression({ key: 'a', operator: 'Gt', values: ['1'] }),
      'matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator @ "Gt"',
    ],
    [
      expression({ key: 'a/b/c', operator: 'Exists' }),
      `matchExpressions[0].key: Invalid value: "a/b/c": a qualified name ${nameWords.slice('name part '.length)} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName') @ "a/b/c"`,
    ],
    [
      expression({ key: 'a', operator: 'In', values: ['a b'] }),
      `matchExpressions[0].values[0]: Invalid value: "a b": ${labelWords} @ "a b"`,
    ],
    [
      expression({ key: 'a', operator: 'In', values: [1] }),
      'matchExpressions[0].values[0]: must be a string, but `1` reads as a number @ 1',
    ],
    [
      expression({ key: 'a', operator: 'In', values: 'x' }),
      'matchExpressions[0].values: must be a list, but "x" is a string @ "x"',
    ],
    [expression({ key: 'a', operator: 'Exists', value: 'x' }), 'unknown field "matchExpressions[0].value" @ "value"'],
    [expression({ operator: 'Exists' }), 'matchExpressions[0].key: Required value @ {"operator": "Exists"}'],
    [
      expression(null),
      'matchExpressions[0].key: Required value @ null',
      'matchExpressions[0].operator: Required value: not a valid selector operator @ null',
    ],
  ])('%j', (selector, ...expected) =>
    expect(decodeSelector(selector)).toEqual({ read: undefined, said: expected.map((line) => `error: ${line}`) }),
  );

  it('shows how to write a label that must be quoted', () => {
    const [diagnostic] = decodeJson(policyWith({ podSelector: { matchLabels: { app: 5 } } })).diagnostics;
    expect(diagnostic?.advice).toBe('Quote it: `app: "5"`.');
  });
});
