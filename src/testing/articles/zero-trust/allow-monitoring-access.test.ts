// The second article's global policy from file to flows: what is wrong with it, that it has no effect, and what its fixes lead to.
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../documents/diagnostic.ts';
import type { SourceFile } from '../../../documents/source-file.ts';
import { applyEdits } from '../../../documents/text-edit.ts';
import { defaultOptions } from '../../../engine/engine-options.ts';
import { EngineSession } from '../../../engine/engine-session.ts';
import { createSnapshot } from '../../../engine/snapshot.ts';
import { demoFiles } from '../../../lessons/demo.ts';
import { drawSteps, judgeManifests } from '../judged-manifests.ts';
import { manifestFile } from '../manifest-folder.ts';

const written = manifestFile('zero-trust/as-written/8-allow-monitoring-access.yaml');
const corrected = manifestFile('zero-trust/corrected.yaml');

const diagnosticsOf = (file: SourceFile): readonly Diagnostic[] =>
  createSnapshot([file], defaultOptions).diagnostics.filter(({ severity }) => severity !== 'info');

/** The file after the likeliest fix of each of its problems, until none is left that has one. */
function mend(file: SourceFile): SourceFile {
  for (let round = 0; round < 10; round++) {
    const [fix] = diagnosticsOf(file).flatMap(({ fixes = [] }) => fixes.slice(0, 1));
    if (!fix) return file;
    file = { ...file, text: applyEdits(file.text, fix.edits) };
  }
  throw new Error('the fixes lead to no end');
}

const dns = (verdict: '.' | 'X') => `
  UDP/53                       kube-system/coredns
  dev-app/Deployment/frontend  ${verdict}`;

it('is told what is wrong, each with the way to write it', () =>
  expect(
    diagnosticsOf(written).map(({ severity, message, advice, fixes = [] }) => [
      `${severity}: ${message}`,
      `advice: ${advice}`,
      ...fixes.map(({ title }) => `fix: ${title}`),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "warning: \`crd.projectcalico.org/v1\` is how Calico stores its objects: kubectl writes it past Calico's checks and defaults, so a policy without \`types\` governs both directions",
        "advice: Write \`apiVersion: projectcalico.org/v3\`.",
        "fix: Write \`projectcalico.org/v3\`",
      ],
      [
        "error: unknown field "spec.ingress[0].source.podSelector"; Calico rejects the GlobalNetworkPolicy, so it counts as absent: its rules decide nothing, its denies included",
        "advice: Calico selects by an expression: \`selector: "app == 'prometheus-agent'"\`.",
        "fix: Write \`selector: app == 'prometheus-agent'\`",
      ],
      [
        "error: spec.ingress[0].source.namespaceSelector: must be a selector, which is a string, but it is a map; Calico rejects the GlobalNetworkPolicy, so it counts as absent: its rules decide nothing, its denies included",
        "advice: Write it as an expression: \`namespaceSelector: "kubernetes.io/metadata.name == 'monitoring'"\`.",
        "fix: Write \`kubernetes.io/metadata.name == 'monitoring'\`",
      ],
    ]
  `));

it('has no effect: no flow differs from a cluster without it', () => {
  const session = new EngineSession(() => 0);
  session.load(demoFiles, defaultOptions);
  expect(session.edit([written]).impact).toMatchObject({ opened: 0, closed: 0, unknown: 0 });
});

it('is in the trace as absent, so that its author finds it', () => {
  const answer = judgeManifests([...demoFiles, written]).explain(
    'TCP 9090',
    'monitoring/prometheus-agent',
    'dev-app/backend',
  );
  expect(answer.verdict).toBe('denied');
  expect(answer.summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: allow-frontend-to-backend and default-deny select dev-app/Deployment/backend for ingress, and no rule allows TCP 9090 from monitoring/Pod/prometheus-agent. The source would allow it, because no policy governs it. Left out: allow-monitoring-access is not valid and counts as absent."`,
  );
  expect(drawSteps(answer.ingress)).toMatchInlineSnapshot(`
    [
      "default allow-frontend-to-backend no-match: rule 1 only allows traffic from pods with app=frontend in namespace dev-app, not from monitoring/Pod/prometheus-agent",
      "default default-deny no-match: selects dev-app/Deployment/backend for ingress and has no ingress rule",
      "default end-of-tier: allow-frontend-to-backend and default-deny select dev-app/Deployment/backend for ingress, and no rule allows TCP 9090 from monitoring/Pod/prometheus-agent",
      "allow-monitoring-access invalid: is not valid, so it counts as absent, and so do its denies",
    ]
  `);
});

it('is valid after its fixes', () => {
  const mended = mend(written);
  expect(diagnosticsOf(mended)).toEqual([]);
  expect(mended.text).toMatchInlineSnapshot(`
    "# Meant: one agent of the namespace monitoring collects metrics from all pods, on port 9090.
    apiVersion: projectcalico.org/v3
    kind: GlobalNetworkPolicy
    metadata: { name: allow-monitoring-access }
    spec:
      selector: has(k8s-app)
      order: 100
      types: [Ingress]
      ingress:
        - action: Allow
          protocol: TCP
          source:
            namespaceSelector: kubernetes.io/metadata.name == 'monitoring'
            selector: app == 'prometheus-agent'
          destination: { ports: [9090] }
    "
  `);
});

it('closes DNS once it is valid, and still lets nobody collect from the application', () => {
  judgeManifests(demoFiles).expectFlows(dns('.'));
  const judged = judgeManifests([...demoFiles, mend(written)]);
  judged.expectFlows(dns('X'));
  expect(judged.explain('UDP 53', 'dev-app/frontend', 'kube-system/coredns').summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: allow-monitoring-access selects kube-system/Deployment/coredns for ingress, no rule matches UDP 53 from dev-app/Deployment/frontend, and the default action of the tier default is Deny. The source would allow it, by rule 1 of allow-dns-egress."`,
  );
  judged.expectFlows(`
    TCP/9090                     kube-system/coredns  dev-app/Deployment/frontend  dev-app/Deployment/backend
    monitoring/prometheus-agent  .                    X                            X
    dev-app/Deployment/frontend  X                    X                            X`);
});

it('does what was meant as it is corrected', () => {
  const judged = judgeManifests([...demoFiles, corrected]);
  expect(judged.problems).toEqual([]);
  judged.expectFlows(dns('.'));
  judged.expectFlows(`
    TCP/9090                     kube-system/coredns  dev-app/Deployment/frontend  dev-app/Deployment/backend
    monitoring/prometheus-agent  .                    .                            .
    kube-system/coredns          .                    X                            X
    dev-app/Deployment/frontend  X                    X                            X
    203.0.113.9                  .                    X                            X`);
  expect(judged.explain('TCP 9090', 'dev-app/frontend', 'dev-app/backend').ingress.chain).toMatchInlineSnapshot(
    `"platform: no match, passes → default: allow-frontend-to-backend and default-deny → end of tier → denied"`,
  );
});
