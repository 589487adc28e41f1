// How risks of flips read: in a sentence, as a title, and as help for who meets one for the first time.
import type { Risk } from './diff-report.ts';

export interface RiskWords {
  /** Behind "3 flows": `with addresses outside the cluster`. */
  readonly phrase: string;
  /** What it is about, and what to do. */
  readonly help: string;
}

/** The gravest first. */
export const riskWords: Readonly<Record<Risk, RiskWords>> = {
  internet: {
    phrase: 'with addresses outside the cluster',
    help: 'A flow between a workload and addresses outside of the cluster is allowed now. What leaves cannot be called back, and anybody may come in. Allow the ranges that are meant, or none.',
  },
  asserted: {
    phrase: 'against a pinned flow',
    help: 'An assertion that is kept with the manifests says that this flow must stay as it was. Change one of the two.',
  },
  tenants: {
    phrase: 'between tenants',
    help: 'A flow between namespaces of two tenants is allowed now. Select the namespaces of one tenant only.',
  },
  dns: {
    phrase: 'to DNS',
    help: 'A workload can no longer ask for names, so that most of what it does fails. Allow port 53, UDP and TCP, to the cluster DNS.',
  },
  'api-server': {
    phrase: 'to the API server',
    help: 'A workload can no longer reach the Kubernetes API. Allow the port of the API server if it needs it.',
  },
  kubelet: {
    phrase: 'with the kubelet',
    help: 'The kubelet or a host is cut off, so that probes, logs or metrics may fail.',
  },
  namespaces: {
    phrase: 'between namespaces',
    help: 'A flow between two namespaces is allowed now. Name the namespaces and pods that are meant.',
  },
  'all-ports': {
    phrase: 'on every port',
    help: 'A flow is allowed on every port now. Name the ports that are needed.',
  },
  'higher-tier': {
    phrase: 'by a tier above default',
    help: 'A policy of a tier that comes before the default one decides this flow, so that who owns the namespace cannot change it.',
  },
  none: {
    phrase: 'of no particular risk',
    help: 'A flow changed, and nothing about it is graver than that. See that it is meant.',
  },
};

export const riskOrder: readonly Risk[] = Object.keys(riskWords) as Risk[];
