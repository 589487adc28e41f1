// What the article says of tenants: one policy for all of them, whose rules hold the placeholder of a template.
import { expect, it } from 'vitest';
import { drawSteps, judgeManifests } from '../judged-manifests.ts';
import { article } from './article-files.ts';

const tenants = `
  TCP/8080            tenant-red/web  tenant-red/api  tenant-blue/api  production/backend  203.0.113.9
  tenant-red/web      .               X               X                X                   X
  tenant-red/api      X               .               X                X                   X
  tenant-blue/web     X               X               X                X                   X
  production/frontend X               X               X                .                   .
  203.0.113.9         X               X               X                .                   -`;

it('cuts tenants off altogether, also within their own namespace', () =>
  judgeManifests(article('namespace-isolation')).expectFlows(tenants));

it('says that the placeholder is compared as it is, and that no namespace has that name', () => {
  const judged = judgeManifests(article('namespace-isolation'));
  expect(judged.problems).toMatchInlineSnapshot(`
    [
      "warning template-text: spec.ingress[0].source.namespaceSelector: "{{.Namespace}}" is the text of a template that nobody rendered: Calico compares labels with it as it is, and no label can have it. Render the template first, and load what it renders; or write the value.",
      "warning template-text: spec.egress[0].destination.namespaceSelector: "{{.Namespace}}" is the text of a template that nobody rendered: Calico compares labels with it as it is, and no label can have it. Render the template first, and load what it renders; or write the value.",
    ]
  `);
  const answer = judged.explain('TCP 8080', 'tenant-red/web', 'tenant-red/api');
  expect(answer.summary).toMatchInlineSnapshot(
    `"Neither end allows TCP 8080. At the source, namespace-isolation selects tenant-red/Pod/web for egress, no rule matches TCP 8080 to tenant-red/Pod/api, and the default action of the tier default is Deny. At the destination, namespace-isolation selects tenant-red/Pod/api for ingress, no rule matches TCP 8080 from tenant-red/Pod/web, and the default action of the tier default is Deny. Rule 1 of namespace-isolation only allows traffic to endpoints or network sets in namespaces with projectcalico.org/name == "{{.Namespace}}", and there are none here."`,
  );
  expect([...drawSteps(answer.egress), ...drawSteps(answer.ingress)]).toMatchInlineSnapshot(`
    [
      "default namespace-isolation no-match: rule 1 only allows traffic to endpoints or network sets in namespaces with projectcalico.org/name == "{{.Namespace}}", and there are none here",
      "default end-of-tier: namespace-isolation selects tenant-red/Pod/web for egress, no rule matches TCP 8080 to tenant-red/Pod/api, and the default action of the tier default is Deny",
      "default namespace-isolation no-match: rule 1 only allows traffic from endpoints or network sets in namespaces with projectcalico.org/name == "{{.Namespace}}", and there are none here",
      "default end-of-tier: namespace-isolation selects tenant-red/Pod/api for ingress, no rule matches TCP 8080 from tenant-red/Pod/web, and the default action of the tier default is Deny",
    ]
  `);
});

it('is no YAML where the placeholder is not quoted, and the advice is to write the value', () => {
  const files = article('namespace-isolation').map((file) => ({
    ...file,
    text: file.text.replace(/'projectcalico.org\/name == .*'/g, '{{.Namespace}}'),
  }));
  const judged = judgeManifests(files);
  expect(judged.problems).toMatchInlineSnapshot(`
    [
      "error template: \`{{.Namespace}}\` makes this file a template, so what it deploys is not known before it is rendered; it was not read. Neither kubectl nor Calico fills in templates: load what renders this one (\`helm template <chart> | sluice connectivity -\`), or write the value.",
    ]
  `);
  // The file counts as absent, so nothing governs the tenants.
  judged.expectFlows('TCP/8080 tenant-blue/api\ntenant-red/web .');
});

it('leaves tenants without DNS together with the other policies', () => {
  const answer = judgeManifests(article()).explain('UDP 53', 'tenant-red/web', 'kube-system/coredns');
  expect([answer.egress.chain, answer.ingress.chain]).toMatchInlineSnapshot(`
    [
      "default: allow-dns rule 1 → allowed",
      "default: default-deny → end of tier → denied",
    ]
  `);
});
