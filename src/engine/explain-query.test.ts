// Services followed to their backends, and sets of several ranges.
import { describe, expect, it } from 'vitest';
import { defaultOptions } from './engine-options.ts';
import { explainQuery } from './explain-query.ts';
import { createSnapshot } from './snapshot.ts';

const pod = (name: string, labels: string, ip: string, port: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { ${labels} } }
spec: { nodeName: n1, containers: [{ name: c, ports: [${port}] }] }
status: { podIP: ${ip} }
---`;

const manifests = `${pod('web', 'app: web', '10.1.0.1', '{ containerPort: 80 }')}${pod('a', 'app: api', '10.1.0.2', '{ name: http, containerPort: 8080 }')}${pod('b', 'app: api, track: canary', '10.1.0.3', '{ name: http, containerPort: 9090 }')}
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { clusterIP: 10.96.0.7, selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: dns, namespace: shop }
spec: { selector: { app: api }, ports: [{ name: a, port: 53, protocol: UDP }, { name: b, port: 5353, protocol: UDP }] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: no-canary, namespace: shop }
spec:
  selector: track == 'canary'
  ingress: [{ action: Deny }]
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: partners, labels: { to: partners } }
spec: { nets: [203.0.113.0/24, 198.51.100.0/24] }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: egress, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - { action: Allow, protocol: TCP, destination: { nets: [198.51.100.8/29], ports: [80] } }
    - { action: Deny, destination: { nets: [198.51.100.0/24] } }
    - { action: Allow, destination: { namespaceSelector: global(), selector: to == 'partners' } }
    - { action: Allow, destination: { selector: app == 'api' } }
`;

const snapshot = createSnapshot([{ path: 'shop.yaml', text: manifests }], defaultOptions);
const ask = (to: string, port: number | undefined = 80) => {
  const traffic = { protocol: 'TCP', ...(port === undefined ? {} : { port }) };
  const answer = explainQuery(snapshot, { from: 'shop/web', to, ...traffic });
  return 'error' in answer
    ? answer.error
    : { verdict: answer.verdict, summary: answer.summary, of: answer.service?.backends };
};

describe('a service', () => {
  it('is followed to every backend on its own target port, and is as good as the worst of them', () => {
    expect(ask('svc:shop/api')).toMatchInlineSnapshot(`
      {
        "of": [
          {
            "name": "shop/Pod/a",
            "port": 8080,
            "verdict": "allowed",
          },
          {
            "name": "shop/Pod/b",
            "port": 9090,
            "verdict": "denied",
          },
        ],
        "summary": "Service shop/api port 80 leads to 2 backends, of which 1 is allowed; what follows is about shop/Pod/b TCP 9090. Not allowed at the destination: rule 1 of no-canary denies TCP 9090 from shop/Pod/web. The source would allow it, by rule 4 of egress.",
        "verdict": "denied",
      }
    `);
  });

  it('is meant by its own address too', () => expect(ask('10.96.0.7')).toEqual(ask('svc:shop/api')));

  it('that is not there is told with the nearest', () =>
    expect(ask('svc:shop/apis')).toBe('no service is called `shop/apis`; did you mean svc:shop/api'));

  it('without its namespace is told with it', () =>
    expect(ask('svc:api')).toBe('no service is called `api`; did you mean svc:shop/api'));

  it('without the port says which it has', () =>
    expect(ask('svc:shop/api', 81)).toBe('service shop/api has no port TCP 81; it has TCP 80'));

  it('is asked for on its only port where none is named, in its own protocol unless one is', () => {
    const open = (query: { protocol: string; port?: number; isProtocolOpen?: true }) => {
      const answer = explainQuery(snapshot, { from: 'shop/web', to: 'svc:shop/dns', ...query });
      return 'error' in answer ? answer.error : [answer.service?.port, answer.traffic];
    };
    expect(open({ protocol: 'TCP', isProtocolOpen: true })).toBe(
      'service shop/dns has several ports; name one of UDP 53, UDP 5353',
    );
    expect(open({ protocol: 'TCP', port: 53, isProtocolOpen: true })).toEqual([53, 'UDP 53']);
    expect(open({ protocol: 'TCP' })).toBe('service shop/dns has no TCP port; it has UDP 53, UDP 5353');
  });

  it('is no source', () => {
    const answer = explainQuery(snapshot, { from: 'svc:shop/api', to: 'shop/web', protocol: 'TCP', port: 80 });
    expect(answer).toMatchObject({ error: 'a flow comes from a pod, not from a service; name a pod behind it' });
  });
});

it('names the narrower ranges that are judged otherwise', () =>
  expect(ask('198.51.0.0/16')).toMatchObject({
    verdict: 'denied',
    summary: expect.stringMatching(/Narrower ranges inside are judged otherwise: 198\.51\.100\.8\/29\.$/),
  }));

it('names the ranges of a set that are judged otherwise', () => {
  expect(ask('set:partners')).toMatchInlineSnapshot(`
    {
      "of": undefined,
      "summary": "Both ends allow TCP 80: the source by rule 3 of egress; the destination because it is no pod, so no policy governs it. Other ranges of the set are judged otherwise: 198.51.100.0/24.",
      "verdict": "allowed",
    }
  `);
});
