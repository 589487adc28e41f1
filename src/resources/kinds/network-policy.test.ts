// Which NetworkPolicies the API server 1.36 takes, its words for those it does not, and what is read.
import { describe, expect, it } from 'vitest';
import { decodeJson, policyWith } from '../../testing/decode-json.ts';

const ports = (...items: unknown[]) => ({ ingress: [{ ports: items }] });
const from = (...items: unknown[]) => ({ ingress: [{ from: items }] });

function specOf(spec: unknown) {
  const { resources, said } = decodeJson(policyWith(spec));
  expect(said).toEqual([]);
  const [policy] = resources;
  if (policy?.kind !== 'NetworkPolicy') throw new Error('no policy was read');
  return policy.spec;
}

const noRanges = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === 'range' ? undefined : part)));

describe('valid', () => {
  it.each<[string, unknown]>([
    ['no spec', undefined],
    ['null spec', null],
    ['empty spec', {}],
    ['podSelector null', { podSelector: null }],
    ['policyTypes null', { policyTypes: null }],
    ['policyTypes []', { policyTypes: [] }],
    ['policyTypes twice the same', { policyTypes: ['Egress', 'Egress'] }],
    ['egress rules beside policyTypes [Ingress]', { policyTypes: ['Ingress'], egress: [{}] }],
    ['ingress null', { ingress: null }],
    ['ingress [null]', { ingress: [null] }],
    ['ports [{}]', ports({})],
    ['ports [null]', ports(null)],
    ['from null, ports null', { ingress: [{ from: null, ports: null }] }],
    ['port bounds', ports({ port: 1 }, { port: 65535 })],
    ['named port', ports({ port: 'a-1' }, { port: '1-a' }, { port: 'abcdefghijklmno' })],
    ['protocols', ports({ protocol: 'TCP' }, { protocol: 'UDP' }, { protocol: 'SCTP' }, { protocol: null })],
    ['endPort the same as port', ports({ port: 80, endPort: 80 })],
    ['endPort at the end', ports({ port: 1, endPort: 65535 })],
    ['both selectors', from({ podSelector: {}, namespaceSelector: {} })],
    ['ipBlock beside null selectors', from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: null })],
  ])('%s', (_, spec) => void specOf(spec));
});

describe('invalid', () => {
  it.each<[string, unknown, ...string[]]>([
    [
      'port 0',
      ports({ port: 0 }),
      'spec.ingress[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive @ 0',
    ],
    [
      'port -80',
      ports({ port: -80 }),
      'spec.ingress[0].ports[0].port: Invalid value: -80: must be between 1 and 65535, inclusive @ -80',
    ],
    [
      'port 65536 of the second egress rule',
      { egress: [{}, { ports: [{ port: 65536 }] }] },
      'spec.egress[1].ports[0].port: Invalid value: 65536: must be between 1 and 65535, inclusive @ 65536',
    ],
    [
      'port beyond 32 bits',
      ports({ port: 4294967376 }),
      'spec.ingress[0].ports[0].port: `4294967376` does not fit into 32 bits @ 4294967376',
    ],
    [
      'port with a fraction',
      ports({ port: 80.5 }),
      'spec.ingress[0].ports[0].port: must be a whole number or a name, but `80.5` reads as a number with a fraction @ 80.5',
    ],
    [
      'port true',
      ports({ port: true }),
      'spec.ingress[0].ports[0].port: must be a whole number or a name, but `true` reads as a boolean @ true',
    ],
    [
      'port in quotes',
      ports({ port: '80' }),
      'spec.ingress[0].ports[0].port: Invalid value: "80": must contain at least one letter (a-z) @ "80"',
    ],
    [
      'port name empty',
      ports({ port: '' }),
      'spec.ingress[0].ports[0].port: Invalid value: "": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-) @ ""',
      'spec.ingress[0].ports[0].port: Invalid value: "": must contain at least one letter (a-z) @ ""',
    ],
    [
      'port name in capitals',
      ports({ port: 'HTTP' }),
      'spec.ingress[0].ports[0].port: Invalid value: "HTTP": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-) @ "HTTP"',
      'spec.ingress[0].ports[0].port: Invalid value: "HTTP": must contain at least one letter (a-z) @ "HTTP"',
    ],
    [
      'port name of 16',
      ports({ port: 'abcdefghijklmnop' }),
      'spec.ingress[0].ports[0].port: Invalid value: "abcdefghijklmnop": must be no more than 15 characters @ "abcdefghijklmnop"',
    ],
    [
      'port name with --',
      ports({ port: 'a--b' }),
      'spec.ingress[0].ports[0].port: Invalid value: "a--b": must not contain consecutive hyphens @ "a--b"',
    ],
    [
      'port name ending in -',
      ports({ port: 'a-' }),
      'spec.ingress[0].ports[0].port: Invalid value: "a-": must not begin or end with a hyphen @ "a-"',
    ],
    [
      'protocol tcp',
      ports({ protocol: 'tcp' }),
      'spec.ingress[0].ports[0].protocol: Unsupported value: "tcp": supported values: "TCP", "UDP", "SCTP" @ "tcp"',
    ],
    [
      'protocol ICMP',
      ports({ protocol: 'ICMP' }),
      'spec.ingress[0].ports[0].protocol: Unsupported value: "ICMP": supported values: "TCP", "UDP", "SCTP" @ "ICMP"',
    ],
    [
      'protocol empty',
      ports({ protocol: '' }),
      'spec.ingress[0].ports[0].protocol: Unsupported value: "": supported values: "TCP", "UDP", "SCTP" @ ""',
    ],
    [
      'endPort alone',
      ports({ endPort: 90 }),
      'spec.ingress[0].ports[0].endPort: Invalid value: 90: may not be specified when `port` is not specified @ 90',
    ],
    [
      'endPort with a name',
      ports({ port: 'web', endPort: 90 }),
      'spec.ingress[0].ports[0].endPort: Invalid value: 90: may not be specified when `port` is non-numeric @ 90',
    ],
    [
      'endPort below port',
      ports({ port: 91, endPort: 90 }),
      'spec.ingress[0].ports[0].endPort: Invalid value: 90: must be greater than or equal to `port` @ 90',
    ],
    [
      'endPort 65536',
      ports({ port: 91, endPort: 65536 }),
      'spec.ingress[0].ports[0].endPort: Invalid value: 65536: must be between 1 and 65535, inclusive @ 65536',
    ],
    [
      'endPort 0',
      ports({ port: 1, endPort: 0 }),
      'spec.ingress[0].ports[0].endPort: Invalid value: 0: must be greater than or equal to `port` @ 0',
      'spec.ingress[0].ports[0].endPort: Invalid value: 0: must be between 1 and 65535, inclusive @ 0',
    ],
    [
      'endPort in quotes',
      ports({ port: 1, endPort: '90' }),
      'spec.ingress[0].ports[0].endPort: must be a whole number, but "90" is a string @ "90"',
    ],
    ['from [{}]', from({}), 'spec.ingress[0].from[0]: Required value: must specify a peer @ {}'],
    ['from [null]', from(null), 'spec.ingress[0].from[0]: Required value: must specify a peer @ null'],
    [
      'to with null selectors',
      { egress: [{ to: [{ podSelector: null }] }] },
      'spec.egress[0].to[0]: Required value: must specify a peer @ {"podSelector": null}',
    ],
    [
      'ipBlock with a selector',
      from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }),
      'spec.ingress[0].from[0]: Forbidden: may not specify both ipBlock and another peer @ "ipBlock"',
    ],
    [
      'policyTypes [ingress]',
      { policyTypes: ['ingress'] },
      'spec.policyTypes[0]: Unsupported value: "ingress": supported values: "Ingress", "Egress" @ "ingress"',
    ],
    [
      'policyTypes [null]',
      { policyTypes: [null] },
      'spec.policyTypes[0]: Unsupported value: "": supported values: "Ingress", "Egress" @ null',
    ],
    [
      'three policyTypes',
      { policyTypes: ['Ingress', 'Egress', 'Egress'] },
      'spec.policyTypes: Invalid value: ["Ingress","Egress","Egress"]: may not specify more than two policyTypes @ ["Ingress", "Egress", "Egress"]',
    ],
    [
      'policyTypes a string',
      { policyTypes: 'Ingress' },
      'spec.policyTypes: must be a list, but "Ingress" is a string @ "Ingress"',
    ],
    ['ingress a map', { ingress: {} }, 'spec.ingress: must be a list, but it is a map @ {}'],
    ['podSelector a list', { podSelector: [] }, 'spec.podSelector: must be a map, but it is a list @ []'],
    ['a rule that is a number', { ingress: [5] }, 'spec.ingress[0]: must be a map, but `5` reads as a number @ 5'],
    ['unknown field of spec', { ingressRules: [] }, 'unknown field "spec.ingressRules" @ "ingressRules"'],
    ['unknown field of a rule', { ingress: [{ form: [] }] }, 'unknown field "spec.ingress[0].form" @ "form"'],
    ['to in an ingress rule', { ingress: [{ to: [] }] }, 'unknown field "spec.ingress[0].to" @ "to"'],
    ['from in an egress rule', { egress: [{ from: [] }] }, 'unknown field "spec.egress[0].from" @ "from"'],
    [
      'unknown field of a peer',
      from({ podSelector: {}, pods: {} }),
      'unknown field "spec.ingress[0].from[0].pods" @ "pods"',
    ],
    ['unknown field of a port', ports({ Port: 80 }), 'unknown field "spec.ingress[0].ports[0].Port" @ "Port"'],
    ['a Cyrillic letter', { ingrеss: [] }, 'unknown field "spec.ingrеss" (not ASCII: `е` is U+0435) @ "ingrеss"'],
    ['unknown field of the object', undefined, 'unknown field "spce" @ "spce"'],
  ])('%s', (what, spec, ...expected) => {
    const { resources, unused, said, diagnostics } = decodeJson(
      policyWith(spec, what === 'unknown field of the object' ? { spce: {} } : {}),
    );
    expect(said).toEqual(expected.map((line) => `error: ${line}`));
    expect(diagnostics.map((diagnostic) => diagnostic.gap)).toEqual(expected.map(() => 'rejected'));
    expect(resources).toEqual([]);
    expect(unused).toMatchObject([{ kind: 'NetworkPolicy', namespace: 'x', name: 'p', reason: 'rejected' }]);
  });

  it('says what follows and what to do', () => {
    const [diagnostic] = decodeJson(policyWith({ ingress: [{ form: [] }] })).diagnostics;
    expect(diagnostic?.message).toMatch(
      / rejects the NetworkPolicy, so it counts as absent, and what it selects is not isolated by it$/,
    );
    expect(diagnostic?.advice).toBe('Write `from`.');
    expect(diagnostic?.object).toBe('NetworkPolicy x/p');
  });

  it('keeps a policy with the status that older servers wrote', () => {
    const { resources, said } = decodeJson(policyWith({}, { status: {} }));
    expect(resources).toHaveLength(1);
    expect(said).toEqual([
      'error: unknown field "status", which is ignored: NetworkPolicy has none since Kubernetes 1.28 @ "status"',
    ]);
  });
});

describe('what is read', () => {
  it('keeps policyTypes as written and reads none for null and []', () => {
    expect(specOf({ policyTypes: ['Egress'] }).policyTypes).toEqual(['Egress']);
    expect(specOf({ policyTypes: null }).policyTypes).toBeUndefined();
    expect(specOf({ policyTypes: [] }).policyTypes).toBeUndefined();
  });

  it('reads missing, null and [] alike, and null in a list as the empty rule', () => {
    for (const ingress of [undefined, null, []]) expect(specOf({ ingress }).ingress).toEqual([]);
    for (const ingress of [[{}], [null], [{ from: null, ports: [] }]]) {
      expect(noRanges(specOf({ ingress }).ingress)).toEqual([{ peers: [], ports: [] }]);
    }
  });

  it('reads ports with the protocol defaulted to TCP', () =>
    expect(
      noRanges(specOf(ports({ port: 80, endPort: 90 }, { protocol: 'UDP', port: 'dns' }, null)).ingress[0]?.ports),
    ).toEqual([{ protocol: 'TCP', port: 80, endPort: 90 }, { protocol: 'UDP', port: 'dns' }, { protocol: 'TCP' }]));

  it('reads peers, telling an empty selector from none', () => {
    const { egress } = specOf({
      egress: [{ to: [{ podSelector: {} }, { namespaceSelector: { matchLabels: { team: 'a' } } }] }],
    });
    const team = { key: 'team', operator: 'In', values: ['a'] };
    expect(noRanges(egress[0]?.peers)).toEqual([
      { type: 'pods', podSelector: { requirements: [] } },
      { type: 'pods', namespaceSelector: { requirements: [team] } },
    ]);
  });

  it('selects every pod where podSelector is missing', () => expect(specOf({}).podSelector.requirements).toEqual([]));
});
