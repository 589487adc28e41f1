// Explanations as a person reads them: the ladder of both ends, the deciding step, the missing fact.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { explain } from './explain.ts';
import type { DirectionTrace } from './explanation.ts';
import { createSnapshot } from './snapshot.ts';

function drawEnd(trace: DirectionTrace): string[] {
  const steps = trace.steps.map((step, index) => {
    const where = step.location ? ` @${step.location.line}` : '';
    const name = [step.policy?.name, step.rule === undefined ? undefined : `rule ${step.rule}`]
      .filter(Boolean)
      .join(' ');
    return `  ${index === trace.deciding ? '>' : ' '} ${name === '' ? step.tier || '-' : name} ${step.outcome}: ${step.reason}${where}`;
  });
  return [`${trace.direction} ${trace.verdict}: ${trace.chain}`, ...steps];
}

function draw(files: readonly SourceFile[], from: string, to: string, port: number, podCIDRs: string[] = []): string {
  const snapshot = createSnapshot(files, { ...defaultOptions, podCIDRs });
  const answer = explain(snapshot, { from, to, protocol: 'TCP', port });
  if ('error' in answer) return `${answer.error} [${answer.suggestions.join(', ')}]`;
  const missing = answer.missing.map((fact) => `missing: ${fact.message}`);
  return [
    `${answer.verdict}: ${answer.summary}`,
    ...drawEnd(answer.egress),
    ...drawEnd(answer.ingress),
    ...missing,
  ].join('\n');
}

const shop = cluster`shop: web{app=web}:80 db{app=db}:5432`;
const deny = policy('shop/deny')`{podSelector: {}, policyTypes: [Ingress, Egress]}`;
const open = policy('shop/open')`
  podSelector: {matchLabels: {app: db}}
  ingress:
    - ports: [{port: 80}]
    - from: [{podSelector: {matchLabels: {app: web}}}]
      ports: [{port: 5432}]
`;

describe('explain', () => {
  it('tells an open end from one that a rule allows, with the line of the rule', () => {
    expect(draw([...shop, open], 'shop/web', 'shop/db', 5432)).toMatchInlineSnapshot(`
      "allowed: Both ends allow TCP 5432: the source because no policy governs it; the destination by rule 2 of open.
      egress allowed: no policy → allowed
          open not-applied: does not select shop/Pod/web @1
        > - default-allow: no policy governs the egress of shop/Pod/web, so everything is allowed (profile kns.shop)
      ingress allowed: default: open rule 2 → allowed
        > open rule 2 allow: rule 2 allows TCP 5432 from shop/Pod/web @10"
    `);
  });

  it('names the policies that select an end where none of their rules allows', () => {
    expect(draw([...shop, deny, open], 'shop/web', 'shop/db', 5432)).toMatchInlineSnapshot(`
      "denied: Not allowed at the source: deny selects shop/Pod/web for egress, and no rule allows TCP 5432 to shop/Pod/db. The destination would allow it, by rule 2 of open.
      egress denied: default: deny → end of tier → denied
          deny no-match: selects shop/Pod/web for egress and has no egress rule @1
          open not-applied: does not select shop/Pod/web @1
        > default end-of-tier: deny selects shop/Pod/web for egress, and no rule allows TCP 5432 to shop/Pod/db
      ingress allowed: default: open rule 2 → allowed
          deny no-match: selects shop/Pod/db for ingress and has no ingress rule @1
        > open rule 2 allow: rule 2 allows TCP 5432 from shop/Pod/web @10"
    `);
  });

  it('names the missing fact of an unknown verdict', () => {
    const block = policy(
      'shop/block',
    )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}`;
    expect(draw([...shop, block], 'shop/web', 'shop/db', 5432)).toMatchInlineSnapshot(`
      "unknown: It depends on a fact that is missing at the destination: rule 1 of block may match shop/Pod/web, but its address is not known.
      egress allowed: no policy → allowed
          block not-applied: does not select shop/Pod/web @1
        > - default-allow: no policy governs the egress of shop/Pod/web, so everything is allowed (profile kns.shop)
      ingress unknown: default: block rule 1 → unknown
        > block rule 1 maybe: rule 1 may match shop/Pod/web, but its address is not known @7
          default end-of-tier: block selects shop/Pod/db for ingress, and no rule allows TCP 5432 from shop/Pod/web
      missing: The address of shop/Pod/web is not in the manifests; rule 1 of shop/block matches some addresses only"
    `);
    expect(draw([...shop, block], 'shop/web', 'shop/db', 5432, ['10.244.0.0/16'])).toContain(
      'allowed: Both ends allow',
    );
  });

  it('gives the receipt to the tier that decides, not to a rule that passes the flow on to it', () => {
    const pass: SourceFile = {
      path: 'pass.yaml',
      text: `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: pass}
spec: {tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Pass, from: [{namespaces: {}}]}]}
`,
    };
    const ingressOf = (files: readonly SourceFile[]): string =>
      draw(files, 'shop/web', 'shop/db', 5432).split('\ningress ')[1] ?? '';
    expect(ingressOf([...shop, pass, deny])).toMatchInlineSnapshot(`
      "denied: kube-admin: pass rule 1 passes → default: deny → end of tier → denied
          pass rule 1 pass: rule 1 passes TCP 5432 from shop/Pod/web on to the next tier @4
          deny no-match: selects shop/Pod/db for ingress and has no ingress rule @1
        > default end-of-tier: deny selects shop/Pod/db for ingress, and no rule allows TCP 5432 from shop/Pod/web"
    `);
    expect(ingressOf([...shop, pass])).toMatchInlineSnapshot(`
      "allowed: kube-admin: pass rule 1 passes → no tier decides → allowed
          pass rule 1 pass: rule 1 passes TCP 5432 from shop/Pod/web on to the next tier @4
        > - default-allow: no tier decided the flow, and profile kns.shop allows everything"
    `);
  });

  it('takes a source that may be the pod’s own node for an open question only where it matters', () => {
    const host = cluster`shop: agent!host db{app=db}:5432`;
    expect(draw(host, 'shop/agent', 'shop/db', 5432)).toMatchInlineSnapshot(`
      "allowed: Both ends allow TCP 5432: the source because it is on the host network, where NetworkPolicy has no effect; the destination because no policy governs it.
      egress allowed: shop/Pod/agent is on the host network, where NetworkPolicy has no effect → allowed
        > - exempt: shop/Pod/agent is on the host network, where NetworkPolicy has no effect
      ingress allowed: no policy → allowed
          - maybe: the source may be the node the pod runs on, which is always let in
        > - default-allow: no policy governs the ingress of shop/Pod/db, so everything is allowed (profile kns.shop)"
    `);
    expect(draw([...host, deny], 'shop/agent', 'shop/db', 5432)).toMatchInlineSnapshot(`
      "unknown: It depends on a fact that is missing at the destination: the source may be the node the pod runs on, which is always let in.
      egress allowed: shop/Pod/agent is on the host network, where NetworkPolicy has no effect → allowed
        > - exempt: shop/Pod/agent is on the host network, where NetworkPolicy has no effect
      ingress unknown: the source may be the node the pod runs on, which is always let in → unknown
        > - maybe: the source may be the node the pod runs on, which is always let in
          deny no-match: selects shop/Pod/db for ingress and has no ingress rule @1
          default end-of-tier: deny selects shop/Pod/db for ingress, and no rule allows TCP 5432 from shop/Pod/agent
      missing: The manifests do not say on which nodes the two run, and a node always reaches its own pods"
    `);
  });

  it('suggests names for one that is not known', () => {
    expect(draw(shop, 'shop/wbe', 'shop/db', 80)).toMatchInlineSnapshot(
      `"no pod, workload, set, host endpoint or address is called \`shop/wbe\`; did you mean shop/web [shop/web]"`,
    );
    expect(draw(shop, '8.8.8.8', '9.9.9.9', 80)).toMatchInlineSnapshot(
      `"both ends are outside of the pods, so no policy here governs the flow []"`,
    );
    expect(draw(shop, 'shop/web', 'shop/db', 70000)).toMatchInlineSnapshot(
      `"port 70000 is not a number from 1 to 65535 []"`,
    );
  });
});
