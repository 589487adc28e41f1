// What each number of a posture means, in one place: shown as help at the number, and in docs/posture.md.

/** What a posture counts. */
export type PostureFact =
  | 'pods'
  | 'ingress'
  | 'egress'
  | 'fromInternet'
  | 'toInternet'
  | 'fromOthers'
  | 'toOthers'
  | 'openToAll'
  | 'hosts'
  | 'findings'
  | 'assertions';

export interface FactWords {
  /** Heading of a column. */
  readonly title: string;
  readonly definition: string;
}

const unnamed =
  'a TCP port that no rule and no container names, with a pod without labels in a namespace without labels, and with an address outside that no policy names';

export const postureWords: Readonly<Record<PostureFact, FactWords>> = {
  pods: {
    title: 'Pods',
    definition:
      'Pods, replicas counted. Those on the host network that no host endpoint governs are counted apart where policy is asked: no policy can govern them for certain.',
  },
  ingress: {
    title: 'Ingress',
    definition: `Default deny of ingress, by effect: of the pods that policy can govern, those at which a new connection that no rule names is denied. It is asked with ${unnamed}; closed means that both are denied at all of the pods, open at none. Isolated counts pods to which some policy applies.`,
  },
  egress: {
    title: 'Egress',
    definition: `Default deny of egress, by effect: of the pods that policy can govern, those from which a new connection that no rule names is denied. It is asked with ${unnamed}; closed means that both are denied at all of the pods, open at none. Isolated counts pods to which some policy applies.`,
  },
  fromInternet: {
    title: 'From Internet',
    definition:
      'Pods that policy lets addresses outside that no policy names reach on a port they declare (any port where they declare none). Whether a way leads there, such as a load balancer, is not asked.',
  },
  toInternet: {
    title: 'To Internet',
    definition: 'Pods that policy lets out to addresses outside that no policy names, on any port.',
  },
  fromOthers: {
    title: 'From others',
    definition:
      'Pairs of a workload of another namespace and one of this, between which some port that the destination declares is allowed, of all such pairs.',
  },
  toOthers: {
    title: 'To others',
    definition:
      'Pairs of a workload of this namespace and one of another, between which some port that the destination declares is allowed, of all such pairs.',
  },
  openToAll: {
    title: 'Open to all',
    definition:
      'Pods whose own policies let every other pod of the cluster in on a port they declare; what the other pods may send is not asked, and pods on the host network are left out as sources.',
  },
  hosts: {
    title: 'Hosts',
    definition:
      'Nodes that the manifests name, and those of them that have a host endpoint, so that policy can govern them.',
  },
  findings: {
    title: 'Findings',
    definition: 'Errors, warnings and notes about objects of the namespace, reading and lints together.',
  },
  assertions: {
    title: 'Assertions',
    definition: 'Flows that are pinned as allowed or denied, and those of them that are otherwise.',
  },
};

/** Said of every number. */
export const unknownWords =
  'What a missing fact leaves open is counted apart as unknown, and never as allowed or denied.';
