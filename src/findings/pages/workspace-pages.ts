// Findings about objects among others: doubles, tiers, staged policies, pinned flows, and about what lets findings pass.
import type { FindingPage } from '../finding-page.ts';

const TIERS = {
  title: 'Calico: policy tiers',
  url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
};
const STAGED = {
  title: 'Calico: StagedNetworkPolicy',
  url: 'https://docs.tigera.io/calico/latest/reference/resources/stagednetworkpolicy',
};

export const workspacePages: readonly FindingPage[] = [
  {
    code: 'duplicate-object',
    severity: 'error',
    title: 'The same object twice',
    why: 'Of two objects with one name the cluster keeps the one that is applied last, and nothing in the files says which that is.',
    fix: 'Take one out, or give it another name or namespace.',
  },
  {
    code: 'policy-name',
    severity: 'error',
    title: 'A policy’s name that does not fit its tier',
    why: 'Up to release 3.31 Calico wants the name of a policy to begin with that of its tier, and refuses it otherwise.',
    fix: 'Put the name of the tier and a dot in front.',
    source: TIERS,
  },
  {
    code: 'policy-ignored',
    severity: 'warning',
    title: 'A policy that the chosen implementation does not read',
    why: 'Not every implementation has every kind. Such a policy is accepted by the API server and does nothing.',
    fix: 'Choose the reading of the implementation that the cluster runs, or write the policy as a kind that it has.',
  },
  {
    code: 'tier-missing',
    severity: 'warning',
    title: 'A tier that no manifest declares',
    why: 'Calico refuses a policy of a tier that does not exist. Where the tier has its order and its default action nobody here knows.',
    fix: 'Load the manifest of the tier, or correct the name in `tier`.',
    source: TIERS,
  },
  {
    code: 'built-in-tier',
    severity: 'error',
    title: 'A built-in tier is declared otherwise',
    why: 'Calico makes some tiers itself and keeps them as they are: another order or default action is refused.',
    fix: 'Leave the tier as it is, or declare one of your own under another name.',
    source: TIERS,
  },
  {
    code: 'staged-only',
    severity: 'info',
    title: 'A policy that is staged and not in force',
    why: 'A staged policy shows what it would do and does nothing. It is easily taken for protection.',
    fix: 'Promote it once the flips that it shows are those that are meant.',
    source: STAGED,
  },
  {
    code: 'staged-deletion',
    severity: 'info',
    title: 'A staged deletion',
    why: 'A staged policy with the action Delete shows what becomes of flows without the policy that it names; that policy stays in force.',
    fix: 'Delete the policy once its loss is what is meant.',
    source: STAGED,
  },
  {
    code: 'assertion-broken',
    severity: 'error',
    title: 'A pinned flow that does not hold',
    why: 'Somebody wrote down that this flow must stay allowed or denied, and the policies make it otherwise.',
    fix: 'Look at *Explain* for the flow, and correct the policy; change the assertion only if what is wanted has changed.',
  },
  {
    code: 'assertion-unknown',
    severity: 'error',
    title: 'A pinned flow that cannot be judged',
    why: 'An end of it means nothing in the manifests, or a fact is missing. An assertion that cannot be judged guards nothing.',
    fix: 'Correct the names, or load the manifests that hold what is missing.',
  },
  {
    code: 'assertion-partial',
    severity: 'warning',
    title: 'A pinned flow of more pairs than are judged here',
    why: 'The page has a budget, so that typing stays quick. All pairs that were looked at hold.',
    fix: 'Name fewer ends at once, or run `sluice check`, which looks at all of them.',
  },
  {
    code: 'unknown-name',
    severity: 'error',
    title: 'A group that nobody declares',
    why: 'An assertion names ends by `group:NAME`, and no group of its file has that name.',
    fix: 'Correct the name, or declare the group under `groups`.',
  },
  {
    code: 'duplicate-name',
    severity: 'error',
    title: 'Two assertions of one name',
    why: 'Reports name assertions, so that one that breaks is found.',
    fix: 'Give one of them another name.',
  },
  {
    code: 'ignore-no-reason',
    severity: 'warning',
    title: 'A comment that lets a finding pass and does not say why',
    why: 'Whoever reads the manifest next must know whether the reason still holds. Without one the comment lets nothing pass.',
    fix: 'Write the reason behind the colon: `# sluice-ignore CODE: reason`.',
  },
  {
    code: 'ignore-unknown-code',
    severity: 'warning',
    title: 'A comment that names a code which does not exist',
    why: 'It lets nothing pass, although it looks as if it did.',
    fix: 'Write the code as findings show it; `sluice lint --list` has all of them.',
  },
  {
    code: 'ignore-unused',
    severity: 'info',
    title: 'A comment that fits no finding',
    why: 'What it let pass is gone, or stands elsewhere. Left in, it would hide the next finding of that kind at this place.',
    fix: 'Take it out; the quick fix does.',
  },
  {
    code: 'config-fault',
    severity: 'error',
    title: 'A sluice.yaml that is not understood',
    why: 'Nothing of a configuration counts as long as part of it is not understood: half of one would be worse than none.',
    fix: 'Correct the place that is named.',
  },
];
