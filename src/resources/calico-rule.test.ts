// Which rules Calico takes, why it refuses others, and that the fixes on offer mend them in every style of writing.
import { describe, expect, it } from 'vitest';
import { decodeText, failingFixes, firstFix, ingressRule, manifestOf, stylesOf } from '../testing/decode-text.ts';

const policy = (rule: string) => manifestOf('NetworkPolicy', ingressRule(rule));
const allow = (rest: string) => policy(`action: Allow\n${rest}`);
const needsProtocol = 'rules with numeric port or port range must set protocol to TCP or UDP or SCTP';
const badRange = 'port range invalid, port number must be between 1 and 65535';
const actions = 'supported values: "Allow", "Deny", "Log", "Pass"';

describe('taken', () => {
  it.each([
    ['nothing but an action', ''],
    ['a port as text', 'protocol: TCP\ndestination: {ports: ["80", "8000:9000", http, 65535]}'],
    ['named ports without a protocol', 'source: {ports: [http]}\ndestination: {notPorts: [metrics-1]}'],
    ['empty lists', 'source: {nets: [], ports: [], notNets: null}'],
    ['protocols by number', 'protocol: 132\nnotProtocol: "6"'],
    ['ports with a protocol by number', 'protocol: "17"\ndestination: {ports: [53]}'],
    ['every protocol by name', 'protocol: UDPLite\nnotProtocol: ICMPv6'],
    ['ICMP', 'protocol: ICMP\nicmp: {type: 254, code: 255}\nipVersion: 4'],
    ['ICMP by number', 'protocol: 58\nicmp: {}\nipVersion: 6'],
    ['notICMP without a protocol', 'notICMP: {type: 8}'],
    ['the same net twice', 'source: {nets: [10.0.0.0/8, 10.0.0.0/8]}'],
    ['all addresses', 'source: {nets: [0.0.0.0/0]}'],
    ['a prefix length with zeros', 'source: {nets: [10.0.0.0/08]}'],
    ['service accounts without a condition', 'source: {serviceAccounts: {}}'],
    ['global() alone', 'source: {namespaceSelector: " global( ) "}'],
    ['global() in notSelector, which nobody checks', 'source: {notSelector: global()}'],
    ['HTTP', 'protocol: 6\nhttp: {methods: [GET, "*"], paths: [{exact: /a}, {prefix: /b}]}'],
    ['annotations', 'metadata: {annotations: {note: why}}'],
    ['services', 'source: {services: {name: web, namespace: shop}, selector: "", nets: []}'],
    [
      'ports beside services of a source',
      'protocol: TCP\nsource: {services: {name: web, namespace: shop}, ports: [80]}',
    ],
  ])('%s', (_, rest) => {
    const { said, resources } = decodeText(allow(rest));
    expect(said).toEqual([]);
    expect(resources).toHaveLength(1);
  });
});

describe('refused', () => {
  it.each<[string, string, ...string[]]>([
    ['no action', policy('protocol: TCP'), `.action: Required value: ${actions} @ protocol: TCP`],
    ['an empty action', policy('action: ""'), `.action: Required value: ${actions} @ action: ""`],
    ['nothing', policy('{}'), `.action: Required value: ${actions} @ {}`],
    ['allow', policy('action: allow'), `.action: Unsupported value: "allow": ${actions} @ allow`],
    ['Drop', policy('action: Drop'), `.action: Unsupported value: "Drop": ${actions} @ Drop`],
    ['ports alone', allow('destination:\n  ports: [80]'), `.destination.ports: ${needsProtocol} @ [80]`],
    ['a range', allow('source:\n  notPorts:\n  - "1:2"'), `.source.notPorts: ${needsProtocol} @ - "1:2"`],
    [
      'ports of ICMP',
      allow('protocol: ICMP\ndestination: {ports: [http]}'),
      '.destination.ports: rules that specify ports must set protocol to TCP or UDP or SCTP @ [http]',
    ],
    [
      'tcp',
      allow('protocol: tcp\ndestination: {ports: [80]}'),
      '.protocol: Invalid value: "tcp": protocol name invalid @ tcp',
    ],
    ['HTTP', allow('protocol: HTTP'), '.protocol: Invalid value: "HTTP": protocol name invalid @ HTTP'],
    ['protocol 0', allow('notProtocol: 0'), '.notProtocol: Invalid value: 0: protocol number invalid @ 0'],
    [
      'protocol 256',
      allow('protocol: 256'),
      '.protocol: `256` does not fit into 8 bits (uint8): protocol number invalid @ 256',
    ],
    ['protocol as a list', allow('protocol: [TCP]'), '.protocol: must be a protocol, but it is a list @ [TCP]'],
    [
      'port 0',
      allow('protocol: TCP\ndestination: {ports: [0]}'),
      `.destination.ports[0]: Invalid value: 0: ${badRange} @ 0`,
    ],
    [
      'port 70000',
      allow('protocol: TCP\ndestination: {ports: [70000]}'),
      `.destination.ports[0]: Invalid value: 70000: ${badRange} (uint16) @ 70000`,
    ],
    [
      'a range upside down',
      allow('protocol: TCP\ndestination: {ports: ["9000:8000"]}'),
      '.destination.ports[0]: Invalid value: "9000:8000": minimum port number (9000) is greater than maximum port number (8000) in port range @ "9000:8000"',
    ],
    [
      'a hyphen for the range',
      allow('protocol: TCP\ndestination: {ports: [8000-9000]}'),
      '.destination.ports[0]: Invalid value: "8000-9000": a range is written with a colon; this is read as the name of a port (portName), which must contain at least one letter (a-z) @ 8000-9000',
    ],
    [
      'a long name',
      allow('destination: {ports: [a-very-long-port]}'),
      '.destination.ports[0]: Invalid value: "a-very-long-port": a port\'s name (portName) must be no more than 15 characters @ a-very-long-port',
    ],
    [
      'ports of Kubernetes',
      allow('destination:\n  ports:\n  - port: 53\n    protocol: UDP\n  - {port: 54, protocol: UDP, endPort: 60}'),
      '.destination.ports[0]: must be a number, a range such as `"8000:9000"` or a name, but it is a map, as Kubernetes writes ports @ port: 53\n        protocol: UDP',
      '.destination.ports[1]: must be a number, a range such as `"8000:9000"` or a name, but it is a map, as Kubernetes writes ports @ {port: 54, protocol: UDP, endPort: 60}',
    ],
    [
      'ports as a number',
      allow('protocol: TCP\ndestination: {ports: 80}'),
      '.destination.ports: must be a list, but `80` reads as a number @ 80',
    ],
    [
      'a bare IP',
      allow('source:\n  nets:\n  - 10.0.0.1'),
      '.source.nets[0]: Invalid value: "10.0.0.1": invalid CIDR: it lacks a prefix length @ 10.0.0.1',
    ],
    [
      'host bits',
      allow('source: {notNets: ["fd00::5/64"]}'),
      '.source.notNets[0]: Invalid value: "fd00::5/64": invalid CIDR: bits are set beyond the prefix length @ "fd00::5/64"',
    ],
    [
      'a name for a net',
      allow('source: {nets: [example.com]}'),
      '.source.nets[0]: Invalid value: "example.com": invalid CIDR @ example.com',
    ],
    ['no text for a net', allow('source: {nets: [null]}'), '.source.nets[0]: Invalid value: "": invalid CIDR @ null'],
    [
      'both families in one list',
      allow('source: {nets: ["fd00::/8", 10.0.0.0/8]}'),
      '.source.nets: rule contains both IPv4 and IPv6 CIDRs @ 10.0.0.0/8',
    ],
    [
      'both families in one rule',
      allow('source: {nets: [10.0.0.0/8]}\ndestination: {notNets: ["fd00::/8"]}'),
      '.destination.notNets: rule contains both IPv4 and IPv6 CIDRs @ "fd00::/8"',
    ],
    [
      'a family other than the rule',
      allow('ipVersion: 4\nsource: {notNets: ["fd00::/8"]}'),
      '.source.notNets: Invalid value: "fd00::/8": rule IP version doesn\'t match CIDR version: `ipVersion` is 4 @ "fd00::/8"',
    ],
    [
      'none of all addresses',
      allow('source: {notNets: [0.0.0.0/0]}'),
      '.source.notNets[0]: Invalid value: "0.0.0.0/0": catch-all CIDR in negation creates logical contradiction (matches no traffic) @ 0.0.0.0/0',
    ],
    ['ipVersion 5', allow('ipVersion: 5'), '.ipVersion: Unsupported value: 5: supported values: "4", "6" @ 5'],
    ['ipVersion as text', allow('ipVersion: "4"'), '.ipVersion: must be a whole number, but "4" is a string @ "4"'],
    ['icmp alone', allow('icmp: {type: 8}'), '.icmp: ICMP fields require protocol to be ICMP or ICMPv6 @ icmp'],
    [
      'icmp of TCP',
      allow('protocol: TCP\nicmp: {}'),
      '.icmp: ICMP fields require protocol to be ICMP or ICMPv6 @ icmp',
    ],
    [
      'a code alone',
      allow('protocol: ICMP\nicmp: {code: 0}'),
      '.icmp: ICMP code specified without an ICMP type @ {code: 0}',
    ],
    [
      'type 255',
      allow('protocol: ICMP\nnotICMP: {type: 255}'),
      '.notICMP.type: Invalid value: 255: should be less than or equal to 254 @ 255',
    ],
    ['ICMP over IPv6', allow('protocol: ICMP\nipVersion: 6'), '.ipVersion: protocol ICMP requires ipVersion 4 @ 6'],
    [
      'no ICMPv6 over IPv4',
      allow('notProtocol: 58\nipVersion: 4'),
      '.ipVersion: protocol ICMPv6 requires ipVersion 6 @ 4',
    ],
    [
      'the text global( in a selector',
      allow('source: {selector: "a == \'global()\'"}'),
      '.source.selector: global() can only be used in an EntityRule namespaceSelector @ "a == \'global()\'"',
    ],
    [
      'global() and more',
      allow('source: {namespaceSelector: "!global()"}'),
      '.source.namespaceSelector: global() cannot be combined with other selectors @ "!global()"',
    ],
  ])('%s', (_, text, ...problems) => {
    const { said, resources, diagnostics } = decodeText(text);
    expect(said).toEqual(problems.map((problem) => `error: spec.ingress[0]${problem}`));
    expect(resources).toEqual([]);
    expect(diagnostics.filter(({ gap, advice }) => gap !== 'rejected' || !advice)).toEqual([]);
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
  });
});

describe('services and HTTP', () => {
  const services = 'services: {name: s, namespace: x}';
  const sideOf = (direction: string, rest: string) => `${direction}:\n- action: Allow\n  ${rest}`;

  it.each([
    [
      'NetworkPolicy',
      sideOf('ingress', `destination: {${services}}`),
      'spec.ingress[0].destination.services: not allowed in ingress rule destination @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `source: {${services}}`),
      'spec.egress[0].source.services: not allowed in egress rule source @ services',
    ],
    [
      'GlobalNetworkPolicy',
      sideOf('ingress', 'source: {services: {name: s}}'),
      'spec.ingress[0].source.services.namespace: Required value: must specify a namespace @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', 'destination: {services: {namespace: x}}'),
      'spec.egress[0].destination.services.name: Required value: must specify a service name @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', 'destination: {services: {name: S, namespace: x}}'),
      "spec.egress[0].destination.services.name: Invalid value: \"S\": name must consist of lower case alphanumeric characters, '-' or '.' (regex: [a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*) @ S",
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `destination: {${services}, ports: [http]}`),
      'spec.egress[0].destination.ports: ports and notPorts cannot be specified with services @ ports',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `destination: {${services}, notSelector: all()}`),
      'spec.egress[0].destination.services: cannot specify Selector/NotSelector and Services on the same rule @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `destination: {${services}, namespaceSelector: all()}`),
      'spec.egress[0].destination.services: cannot specify NamespaceSelector and Services on the same rule @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `destination: {${services}, serviceAccounts: {}}`),
      'spec.egress[0].destination.services: cannot specify ServiceAccounts and Services on the same rule @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', `destination: {${services}, notNets: [10.0.0.0/8]}`),
      'spec.egress[0].destination.services: cannot specify Nets/NotNets and Services on the same rule @ services',
    ],
    [
      'NetworkPolicy',
      sideOf('egress', 'http: {methods: [GET]}'),
      'spec.egress[0].http: not allowed in egress rule @ http',
    ],
    [
      'NetworkPolicy',
      ingressRule('action: Deny\nhttp: {}'),
      'spec.ingress[0].http: HTTP match is only valid on Allow rules @ http',
    ],
    [
      'NetworkPolicy',
      sideOf('ingress', 'protocol: UDP\n  http: {}'),
      'spec.ingress[0].http: rules with HTTP match must have protocol TCP or unset @ http',
    ],
    [
      'NetworkPolicy',
      sideOf('ingress', 'http: {methods: [GET, GET]}'),
      'spec.ingress[0].http.methods[1]: Duplicate value: "GET": Invalid methods (duplicates) @ GET',
    ],
    [
      'NetworkPolicy',
      sideOf('ingress', 'http: {paths: [{}]}'),
      "spec.ingress[0].http.paths[0]: Invalid path match. Either 'exact' or 'prefix' must be set @ {}",
    ],
    [
      'NetworkPolicy',
      sideOf('ingress', 'http: {paths: [{exact: /a, prefix: /b}]}'),
      "spec.ingress[0].http.paths[0]: Invalid path match. Both 'exact' and 'prefix' are set @ {exact: /a, prefix: /b}",
    ],
    [
      'NetworkPolicy',
      sideOf('ingress', 'http: {paths: [{prefix: a}]}'),
      'spec.ingress[0].http.paths[0].prefix: Invalid value: "a": Invalid path: it must start with `/` and not contain `?`, `#` or a blank @ a',
    ],
  ])('%s %s', (kind, spec, problem) => {
    const { said, resources } = decodeText(manifestOf(kind, spec));
    expect(said).toEqual([`error: ${problem}`]);
    expect(resources).toEqual([]);
  });

  it('tells that a service without a namespace matches nothing, and adds it', () => {
    const text = manifestOf('NetworkPolicy', sideOf('egress', 'destination: {services: {name: db}}'));
    expect(decodeText(text).diagnostics).toMatchObject([{ code: 'services-no-namespace', severity: 'error' }]);
    expect(decodeText(text).resources).toHaveLength(1);
    expect(firstFix(text)).toContain('services: {name: db, namespace: shop}');
  });
});

describe('the first fix', () => {
  it.each([
    ['destination:\n  ports: [80]', 'protocol: TCP\ndestination:\n  ports: [80]'],
    ['protocol: udp', 'protocol: UDP'],
    ['icmp: {type: 8}', 'protocol: ICMP\nicmp: {type: 8}'],
    ['source:\n  nets:\n  - 10.0.0.5/24 # office', 'source:\n  nets:\n  - 10.0.0.0/24 # office'],
    ['source:\n  nets: ["fd00::1"]', 'source:\n  nets: ["fd00::1/128"]'],
    ["protocol: TCP\nsource:\n  ports: ['8000-9000']", "protocol: TCP\nsource:\n  ports: ['8000:9000']"],
    ['protocol: TCP\nsource:\n  ports: [9-8]', 'protocol: TCP\nsource:\n  ports: ["8:9"]'],
    ['destination:\n  ports:\n  - port: 53\n    protocol: UDP', 'protocol: UDP\ndestination:\n  ports:\n  - 53'],
    ['notIcmp: {type: 3}', 'notICMP: {type: 3}'],
  ])('%s', (before, after) => expect(firstFix(allow(before))).toBe(allow(after)));

  it('adds an action', () => expect(firstFix(policy('protocol: TCP'))).toBe(policy('action: Allow\nprotocol: TCP')));
  it('keeps the lines of JSON', () => {
    const text = JSON.stringify({
      apiVersion: 'projectcalico.org/v3',
      kind: 'NetworkPolicy',
      metadata: { name: 'p' },
      spec: { egress: [{ protocol: 'TCP' }] },
    });
    expect(firstFix(text)).toContain('"egress":[{"action": "Allow", "protocol":"TCP"}]');
  });
});
