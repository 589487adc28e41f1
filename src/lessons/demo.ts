// The demo: a three-tier application with DNS and monitoring, and five policies on the way to zero trust.
import type { SourceFile } from '../documents/source-file.ts';
import namespaces from './demo/00-namespaces.yaml?raw';
import application from './demo/01-application.yaml?raw';
import clusterServices from './demo/02-cluster-services.yaml?raw';
import defaultDeny from './demo/policies/1-default-deny.yaml?raw';
import allowFrontendIngress from './demo/policies/2-allow-frontend-ingress.yaml?raw';
import allowFrontendToBackend from './demo/policies/3-allow-frontend-to-backend.yaml?raw';
import allowBackendToDatabase from './demo/policies/4-allow-backend-to-database.yaml?raw';
import allowDnsEgress from './demo/policies/5-allow-dns-egress.yaml?raw';

export const demoName = 'dev-app demo';

/** In path order, as a workspace holds them. */
export const demoFiles: readonly SourceFile[] = [
  { path: '00-namespaces.yaml', text: namespaces },
  { path: '01-application.yaml', text: application },
  { path: '02-cluster-services.yaml', text: clusterServices },
  { path: 'policies/1-default-deny.yaml', text: defaultDeny },
  { path: 'policies/2-allow-frontend-ingress.yaml', text: allowFrontendIngress },
  { path: 'policies/3-allow-frontend-to-backend.yaml', text: allowFrontendToBackend },
  { path: 'policies/4-allow-backend-to-database.yaml', text: allowBackendToDatabase },
  { path: 'policies/5-allow-dns-egress.yaml', text: allowDnsEgress },
];
