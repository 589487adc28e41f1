// The vocabulary of generated Calico clusters: few words, so that labels, selectors, addresses and ports hit each other often.
import fc from 'fast-check';
import type { Manifest } from './generate-policy.ts';
import type { YamlValue } from './yaml-text.ts';

type Words = Readonly<Record<string, readonly string[]>>;

export const namespaceWords = ['shop', 'data', 'default', 'ops', 'lab'] as const;
export const accountWords = ['default', 'api', 'job'] as const;
export const serviceWords = ['front', 'store'] as const;
export const portWords = ['http', 'dns'] as const;
export const transportWords = ['TCP', 'UDP', 'SCTP'] as const;

/** Labels that pods, sets and hosts share, so that one selector may find all of them. */
const objectLabelWords: Words = { app: ['web', 'db', ''], tier: ['front', 'back'], zone: ['dmz'] };
const namespaceLabelWords: Words = { team: ['red', 'blue'], env: ['prod'] };
const accountLabelWords: Words = { role: ['reader', 'writer'] };

/** Without the fields that are undefined. */
export function compact(fields: Readonly<Record<string, YamlValue | undefined>>): Manifest {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, YamlValue] => field[1] !== undefined),
  );
}

/** `share` times in ten the value, else undefined. */
export function sometimes<T>(share: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 10 - share }, { arbitrary, weight: share });
}

function labelsFrom(words: Words): fc.Arbitrary<Record<string, string>> {
  const pairs = Object.entries(words).map(([key, values]) =>
    sometimes(
      6,
      fc.constantFrom(...values).map((value): [string, string] => [key, value]),
    ),
  );
  return fc.tuple(...pairs).map((chosen) => Object.fromEntries(chosen.filter((pair) => pair !== undefined)));
}

export const objectLabels = labelsFrom(objectLabelWords);
export const namespaceLabels = labelsFrom(namespaceLabelWords);
export const accountLabels = labelsFrom(accountLabelWords);

const quoted = (value: string): string => (value.length % 2 === 0 ? `'${value}'` : `"${value}"`);

function comparisonOver(words: Words): fc.Arbitrary<string> {
  return fc.constantFrom(...Object.entries(words)).chain(([key, values]) => {
    const value = fc.constantFrom(...values, 'other');
    const list = fc.array(value, { maxLength: 3 }).map((items) => `{${items.map(quoted).join(', ')}}`);
    return fc.oneof(
      { arbitrary: value.map((one) => `${key} == ${quoted(one)}`), weight: 4 },
      { arbitrary: value.map((one) => `${key} != ${quoted(one)}`), weight: 2 },
      { arbitrary: list.map((many) => `${key} in ${many}`), weight: 2 },
      { arbitrary: list.map((many) => `${key} not in ${many}`), weight: 1 },
      { arbitrary: fc.constantFrom(`has(${key})`, `!has(${key})`), weight: 3 },
      {
        arbitrary: fc
          .tuple(value, fc.constantFrom('contains', 'starts with', 'ends with'))
          .map(([one, word]) => `${key} ${word} ${quoted(word === 'ends with' ? one.slice(-2) : one.slice(0, 2))}`),
        weight: 1,
      },
    );
  });
}

/** Selector expressions over labels, `all()` among them. */
function expressionOver(words: Words): fc.Arbitrary<string> {
  const comparison = comparisonOver(words);
  const term = fc.oneof({ arbitrary: comparison, weight: 8 }, fc.constant('all()'));
  const group = fc
    .tuple(term, fc.constantFrom('&&', '||'), term, fc.boolean())
    .map(([a, op, b, negated]) => (negated ? `!(${a} ${op} ${b})` : `${a} ${op} ${b}`));
  const chain = fc.tuple(comparison, comparison, comparison).map(([a, b, c]) => `(${a} || ${b}) && ${c}`);
  return fc.oneof(
    { arbitrary: comparison, weight: 6 },
    { arbitrary: fc.constant('all()'), weight: 3 },
    { arbitrary: group, weight: 2 },
    chain,
  );
}

const own = namespaceWords.slice(0, 3);

/** Of endpoints and sets by all labels that they have, own, calculated and inherited ones. */
export const objectSelector = fc.oneof(
  { arbitrary: expressionOver(objectLabelWords), weight: 6 },
  expressionOver({
    ...objectLabelWords,
    'projectcalico.org/namespace': own,
    'projectcalico.org/orchestrator': ['k8s'],
    'projectcalico.org/serviceaccount': accountWords,
    'projectcalico.org/name': own,
    'pcns.team': ['red', 'blue'],
    'pcns.kubernetes.io/metadata.name': own,
    'pcsa.role': ['reader', 'writer'],
  }),
);
export const namespaceSelector = expressionOver({
  ...namespaceLabelWords,
  'projectcalico.org/name': own,
  'kubernetes.io/metadata.name': own,
  'projectcalico.org/namespace': own,
});
export const accountSelector = expressionOver({ ...accountLabelWords, 'projectcalico.org/name': accountWords });

/** Where everything is: pods, nodes, hosts under policy, the world. */
export const podAddress = (subnet: number, position: number): string => `10.244.${subnet}.${10 + position}`;
export const nodeAddress = (number: number): string => `10.10.0.${number}`;
export const edgeAddress = (number: number): string => `10.20.0.${number}`;
export const outsideWords = ['8.8.8.8', '52.1.2.3', '203.0.113.7', '10.244.1.200'] as const;

/** Nets of rules and sets: around pods, nodes, hosts and the world. */
export const netWords = {
  4: [
    ...['0.0.0.0/0', '0.0.0.0/1', '10.0.0.0/8', '10.10.0.0/24', '10.10.0.1/32', '10.20.0.0/24', '10.20.0.1/32'],
    ...['10.244.0.0/16', '10.244.0.0/24', '10.244.1.0/24', '10.244.0.8/30', '10.244.0.10/32', '10.244.1.11/32'],
    ...['10.244.0.12/31', '52.0.0.0/8', '203.0.113.0/24', '8.8.8.8/32'],
  ],
  6: ['::/0', 'fd00::/8', 'fd00:10::1/128', '2001:db8::/32'],
} as const;
