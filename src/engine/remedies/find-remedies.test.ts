// Ways to have a flow allowed, as a person reads them, and what each changes.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../documents/source-file.ts';
import { editedText } from '../../documents/text-edit.ts';
import { cluster, policy } from '../../testing/cluster-text.ts';
import { defaultOptions } from '../engine-options.ts';
import { EngineSession } from '../engine-session.ts';
import type { FlowQuery } from '../explanation.ts';
import type { Remedy } from './remedy.ts';

const shop = cluster`shop: web{app=web}:80 api{app=api}:8080 db{app=db}:3306 job{app=job}`;

function remediesOf(files: readonly SourceFile[], query: FlowQuery): readonly Remedy[] {
  const session = new EngineSession(() => 0);
  session.load(files, defaultOptions);
  const search = session.remedies(query);
  for (const _ of search.steps());
  return search.remedies;
}

const tell = ({ kind, title, others }: Remedy): string => `${kind}: ${title} (+${others.opened} -${others.closed})`;

/** The files after the way is gone. */
function after(files: readonly SourceFile[], { change }: Remedy): SourceFile[] {
  const edited = files.map((file) => ({ path: file.path, text: editedText(file, change.edits) }));
  return [...edited, ...(change.created ?? [])];
}

const query = { from: 'shop/web', to: 'shop/api', protocol: 'TCP', port: 8080 };
const denyAll = policy('shop/deny-all')`{podSelector: {}, policyTypes: [Ingress, Egress]}`;
const toApi = policy(
  'shop/api',
)`{podSelector: {matchLabels: {app: api}}, ingress: [{from: [{podSelector: {matchLabels: {role: front}}}], ports: [{port: 8080}]}]}`;

it('has nothing to say of a flow that is allowed', () => expect(remediesOf(shop, query)).toEqual([]));

describe('where a Kubernetes policy stops it', () => {
  const files = [...shop, toApi];
  const found = remediesOf(files, query);

  it('offers a rule, a label and a policy', () =>
    expect(found.map(tell)).toEqual([
      'rule: api allowed TCP 8080 from shop/Pod/web (+0 -0)',
      'label: shop/Pod/web had the label role=front (+0 -0)',
      'policy: a policy in shop allowed TCP 8080 from shop/Pod/web (+0 -0)',
    ]));

  it('writes each out, so that it does what it says', () => {
    for (const remedy of found) {
      const session = new EngineSession(() => 0);
      session.load(after(files, remedy), defaultOptions, files);
      const answer = session.explain(query);
      expect('verdict' in answer && answer.verdict).toBe('allowed');
      const { impact } = session.diff('declared');
      expect(impact.opened).toBe(remedy.others.opened + 1);
    }
  });
});

it('joins what both ends lack, and does not put a rule into a policy without any first', () =>
  expect(remediesOf([...shop, denyAll], query).map(tell)).toEqual([
    'policy: a policy in shop allowed TCP 8080 to shop/Pod/api and a policy in shop allowed TCP 8080 from shop/Pod/web (+0 -0)',
    'rule: deny-all allowed TCP 8080 to shop/Pod/api and deny-all allowed TCP 8080 from shop/Pod/web (+0 -0)',
  ]));

describe('in tiers', () => {
  const calico = (kind: string, name: string, spec: string) => ({
    path: `${name}.yaml`,
    text: `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${spec.replace(/^/gm, '  ')}\n`,
  });
  const tier = {
    path: 'tier.yaml',
    text: 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: security}\nspec: {order: 10}\n',
  };
  const quarantined = cluster`shop: web{app=web,quarantine=yes}:80 api{app=api}:8080`;
  const quarantine = calico(
    'GlobalNetworkPolicy',
    'security.quarantine',
    "tier: security\norder: 5\nselector: quarantine == 'yes'\ntypes: [Egress]\negress:\n  # nothing leaves\n  - action: Deny",
  );

  it('takes the label away, goes before the rule, or before the policy', () =>
    expect(remediesOf([...quarantined, tier, quarantine], query).map(tell)).toEqual([
      'rule: security.quarantine allowed TCP 8080 to shop/Pod/api before rule 1 (+0 -0)',
      'policy: a policy in shop allowed TCP 8080 to shop/Pod/api (+0 -0)',
      'label: shop/Pod/web did not have the label quarantine (+3 -0)',
    ]));

  it('writes the rule before the one that denies, and the policy before the other', () => {
    const [rule, own] = remediesOf([...quarantined, tier, quarantine], query);
    expect(rule?.hunks).toEqual([
      {
        file: 'security.quarantine.yaml',
        line: 11,
        before: [],
        after: [
          '    - action: Allow',
          '      protocol: TCP',
          '      destination:',
          '        selector: "app == \'api\'"',
          '        namespaceSelector: "projectcalico.org/name == \'shop\'"',
          '        ports: [8080]',
        ],
      },
    ]);
    expect(own?.change.created?.[0]?.text).toContain('  tier: security\n  order: 4\n');
  });

  it('puts a policy that allows before the one that denies', () => {
    const allow = calico(
      'GlobalNetworkPolicy',
      'security.api',
      'tier: security\norder: 20\nselector: all()\ntypes: [Egress]\negress:\n  - action: Allow',
    );
    const found = remediesOf([...quarantined, tier, quarantine, allow], query);
    const order = found.find(({ kind }) => kind === 'order');
    expect(order?.title).toBe('security.api came before security.quarantine');
    expect(order?.hunks).toEqual([
      { file: 'security.api.yaml', line: 7, before: ['  order: 20'], after: ['  order: 3'] },
    ]);
  });

  it('gives a namespace the label that a rule asks for, and makes its manifest where there is none', () => {
    const files = [
      ...cluster`
        ~shop: web{app=web}:80
        back: api{app=api}:8080
      `,
      policy('back/api')`{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: front}}}]}]}`,
    ];
    const found = remediesOf(files, { ...query, to: 'back/api' });
    const label = found.find(({ kind }) => kind === 'label');
    expect(label?.title).toBe('namespace shop had the label team=front');
    expect(label?.change.created?.[0]?.path).toBe('namespace-shop.yaml');
  });
});
