// Each risk by a flip that has it and one that does not, and which is the gravest.
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../engine-options.ts';
import { assertionsIn } from '../judge-assertions.ts';
import type { FlipRow, Verdict } from '../results.ts';
import { createSnapshot } from '../snapshot.ts';
import { brokenAssertions } from './broken-assertions.ts';
import { flipRisks, RISK_ORDER, type RiskCase } from './flip-risks.ts';

const pod = (namespace: string, name: string, labels = `app: ${name}`) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}\nspec: {containers: [{name: c, image: x}]}\n`;
const ns = (name: string, tenant: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {tenant: ${tenant}}}\n`;
const api = `apiVersion: v1\nkind: Service\nmetadata: {name: kubernetes, namespace: default}\nspec: {clusterIP: 10.96.0.1, ports: [{port: 443}]}\n`;
const flows = `apiVersion: sluice/v1\nkind: Assertions\nassertions:\n- {name: stays shut, from: a/x, to: b/v, port: TCP/80, expect: denied}\n- {name: c to itself, from: 'c/*', to: c/w, expect: denied}\n`;
const text = [
  ...[ns('a', 'red'), ns('b', 'blue'), ns('c', 'red')],
  ...[
    pod('a', 'x'),
    pod('a', 'z'),
    pod('b', 'v'),
    pod('c', 'w'),
    pod('c', 'u'),
    pod('kube-system', 'dns', 'k8s-app: kube-dns'),
  ],
  ...[api, flows],
].join('---\n');

const snapshot = createSnapshot([{ path: 'a.yaml', text }], defaultOptions);
const assertions = brokenAssertions(snapshot, assertionsIn(snapshot));

/** `a/x b/v TCP 80`; names are pods', or nodes. */
function risksOf(line: string, was: Verdict, verdict: Verdict, rest: Partial<RiskCase> = {}): string[] {
  const [from = '', to = '', protocol = '', ports = ''] = line.split(' ');
  const node = (name: string) => (/^\w+:|^internet$/.test(name) ? name : `workload:${name.replace('/', '/Pod/')}`);
  const flip: FlipRow = { src: node(from), dst: node(to), protocol, ports, was, verdict, flip: 'opened' };
  const question = { flip, base: snapshot, head: snapshot, tenantLabel: undefined, assertions, ...rest };
  return flipRisks({ opensEveryPort: false, higherTiers: [], ...question }).map(({ id, reason }) => `${id}: ${reason}`);
}

describe('what opens', () => {
  it.each([
    ['a/x a/z TCP 80', []],
    ['a/x internet TCP all', ['internet: opens to the Internet']],
    ['internet a/x TCP 80', ['internet: opens from the Internet']],
    ['a/x cidr:10.0.0.0/8 TCP 80', ['internet: opens to 10.0.0.0/8']],
    ['a/x b/v UDP 80', ['namespaces: crosses from namespace a to b']],
    ['c/u c/w TCP 80', ['asserted: breaks the pinned flow c to itself']],
    ['a/x b/v TCP 79-81', ['asserted: breaks the pinned flow stays shut', 'namespaces: crosses from namespace a to b']],
  ])('%s', (line, risks) => {
    expect(risksOf(line, 'denied', 'allowed')).toEqual(risks);
    // What may be open now was not before.
    expect(risksOf(line, 'denied', 'unknown')).toEqual(risks);
  });

  it('crosses tenants where a label tells them apart', () => {
    const tenants = { tenantLabel: 'tenant' };
    expect(risksOf('a/x b/v UDP 80', 'denied', 'allowed', tenants)[0]).toBe(
      'tenants: crosses from tenant red to tenant blue',
    );
    expect(risksOf('a/x c/w UDP 80', 'denied', 'allowed', tenants)).toEqual([
      'namespaces: crosses from namespace a to c',
    ]);
  });

  it('opens every port, or is decided above', () =>
    expect(risksOf('a/x a/z TCP 80', 'denied', 'allowed', { opensEveryPort: true, higherTiers: ['security'] })).toEqual(
      ['all-ports: opens every port', 'higher-tier: decided in tier security'],
    ));
});

describe('what closes', () => {
  it.each([
    ['a/x b/v TCP 80', []],
    ['a/x internet TCP all', []],
    ['a/x kube-system/dns UDP 53', ['dns: loses DNS']],
    ['a/x kube-system/dns TCP all', ['dns: loses DNS']],
    ['a/x kube-system/dns TCP 9153', []],
    ['a/x b/v UDP all', []],
    ['a/x cidr:10.96.0.0/16 TCP 443', ['api-server: loses the API server']],
    ['a/x cidr:10.96.0.0/16 TCP 80', []],
    ['a/x cidr:10.97.0.0/16 TCP 443', []],
    ['host:n a/x TCP 80', ['kubelet: loses traffic from a host, such as probes']],
    ['a/x host:n TCP 10250', ['kubelet: loses the kubelet']],
  ])('%s', (line, risks) => expect(risksOf(line, 'allowed', 'denied')).toEqual(risks));

  it('is no loss for who is gone', () =>
    expect(risksOf('a/gone kube-system/dns UDP 53', 'allowed', 'denied')).toEqual([]));
});

it('is told in one order', () => expect(RISK_ORDER).toEqual([...new Set(RISK_ORDER)]));
