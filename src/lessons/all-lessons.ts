// All lessons in the order of their tracks; their texts are fetched when one is opened.
import type { SourceFile } from '../documents/source-file.ts';
import type { TrackId } from './lesson.ts';

export interface LessonEntry {
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly track: TrackId;
  readonly minutes: number;
  /** The lesson's file as a module. */
  readonly text: () => Promise<{ readonly default: string }>;
}

export const allLessons: readonly LessonEntry[] = [
  {
    name: 'order-and-first-match',
    title: 'The lowest order goes first',
    about: 'A Deny rule that never acts: which policy is asked first, and why nothing after the first match counts.',
    track: 'calico',
    minutes: 6,
    text: () => import('./tracks/calico/order-and-first-match.lesson.yaml?raw'),
  },
  {
    name: 'a-deny-closes-the-rest',
    title: 'A Deny rule alone closes the rest',
    about: 'One small Deny rule takes the shop down. What happens at the end of a tier?',
    track: 'calico',
    minutes: 8,
    text: () => import('./tracks/calico/a-deny-closes-the-rest.lesson.yaml?raw'),
  },
  {
    name: 'beside-kubernetes-policies',
    title: 'Kubernetes policies have a place, too',
    about: 'In Calico every Kubernetes policy stands at order 1000. A Deny behind that is asked only about what is left.',
    track: 'calico',
    minutes: 6,
    text: () => import('./tracks/calico/beside-kubernetes-policies.lesson.yaml?raw'),
  },
  {
    name: 'dns-at-the-other-end',
    title: 'DNS has another end',
    about: 'DNS was allowed, and still no name resolves. The servers are pods, too.',
    track: 'calico',
    minutes: 8,
    text: () => import('./tracks/calico/dns-at-the-other-end.lesson.yaml?raw'),
  },
  {
    name: 'tiers-and-pass',
    title: 'Pass it on',
    about: 'A tier for the security team that has its say and leaves the rest to the teams below.',
    track: 'calico',
    minutes: 8,
    text: () => import('./tracks/calico/tiers-and-pass.lesson.yaml?raw'),
  },
  {
    name: 'network-sets-and-threat-feeds',
    title: 'Addresses with labels',
    about: 'Global network sets give addresses labels, so that a threat feed can change without a change of policy.',
    track: 'calico',
    minutes: 9,
    text: () => import('./tracks/calico/network-sets-and-threat-feeds.lesson.yaml?raw'),
  },
  {
    name: 'tenants-without-templates',
    title: 'Tenants without templates',
    about: 'There is no placeholder for the own namespace. What Calico offers in its place.',
    track: 'calico',
    minutes: 9,
    text: () => import('./tracks/calico/tenants-without-templates.lesson.yaml?raw'),
  },
  {
    name: 'shared-services',
    title: 'What tenants share',
    about: 'Metrics in, logs out: two narrow doors in the wall between tenants, each with two ends.',
    track: 'calico',
    minutes: 9,
    text: () => import('./tracks/calico/shared-services.lesson.yaml?raw'),
  },
  {
    name: 'preview-with-staged-policies',
    title: 'See it before it counts',
    about: 'A staged policy is a preview. It takes its place beside what is enforced, and that can surprise.',
    track: 'calico',
    minutes: 8,
    text: () => import('./tracks/calico/preview-with-staged-policies.lesson.yaml?raw'),
  },
  {
    name: 'hosts-and-failsafes',
    title: 'The machine is an endpoint, too',
    about: 'A host endpoint puts a machine under policy, and closes it at once but for a few failsafe ports.',
    track: 'calico',
    minutes: 9,
    text: () => import('./tracks/calico/hosts-and-failsafes.lesson.yaml?raw'),
  },
  {
    name: 'roll-out-default-deny',
    title: 'Close the shop without closing the shop',
    about: 'A default deny, from staged to enforced, with the outage seen in the preview instead of by the customers.',
    track: 'operate',
    minutes: 12,
    text: () => import('./tracks/operate/roll-out-default-deny.lesson.yaml?raw'),
  },
  {
    name: 'review-a-change',
    title: 'A small change, said the title',
    about: 'Review a change by its flows: keep what was asked for, and take back what came along.',
    track: 'operate',
    minutes: 8,
    text: () => import('./tracks/operate/review-a-change.lesson.yaml?raw'),
  },
  {
    name: 'find-what-blocks',
    title: 'Who says no?',
    about:
      'A new pod cannot reach the back end, and its own policy is right. Let the explanation lead you to the rule.',
    track: 'operate',
    minutes: 6,
    text: () => import('./tracks/operate/find-what-blocks.lesson.yaml?raw'),
  },
  {
    name: 'contain-a-breach',
    title: 'One of two is breached',
    about: 'A quarantine tier takes one pod off the network, and leaves its twin at work.',
    track: 'operate',
    minutes: 9,
    text: () => import('./tracks/operate/contain-a-breach.lesson.yaml?raw'),
  },
  {
    name: 'the-helpful-label',
    title: 'The helpful label',
    about: 'Only the back end may read the database, says the team. Somebody else does.',
    track: 'puzzles',
    minutes: 4,
    text: () => import('./tracks/puzzles/the-helpful-label.lesson.yaml?raw'),
  },
  {
    name: 'the-wide-range',
    title: 'The wide range',
    about: 'The console is for the offices alone. Its policy speaks of addresses, and pods have addresses, too.',
    track: 'puzzles',
    minutes: 5,
    text: () => import('./tracks/puzzles/the-wide-range.lesson.yaml?raw'),
  },
  {
    name: 'everybody-but',
    title: 'Everybody but the developers',
    about: 'A policy that shuts one namespace out. Who has quietly come in?',
    track: 'puzzles',
    minutes: 5,
    text: () => import('./tracks/puzzles/everybody-but.lesson.yaml?raw'),
  },
  {
    name: 'passed-on-to-nobody',
    title: 'Passed on to nobody',
    about: 'A Pass rule hands a flow to the next tier. What if nobody is there?',
    track: 'puzzles',
    minutes: 5,
    text: () => import('./tracks/puzzles/passed-on-to-nobody.lesson.yaml?raw'),
  },
  {
    name: 'one-rule-instead-of-four',
    title: 'One rule instead of four',
    about: 'Four workloads, one database. Say it with a single rule.',
    track: 'puzzles',
    minutes: 6,
    text: () => import('./tracks/puzzles/one-rule-instead-of-four.lesson.yaml?raw'),
  },
];

/** The file of a lesson. */
export async function lessonFile({ name, track, text }: LessonEntry): Promise<SourceFile> {
  return { path: `${track}/${name}.lesson.yaml`, text: (await text()).default };
}
