// The story of the demo: one policy at a time, what one would expect of it, and what is computed.

export interface DemoStep {
  readonly id: string;
  readonly title: string;
  /** The policy's file that this step adds; undefined for the start without policies. */
  readonly file: string | undefined;
  /** What a reader expects, or is often told. */
  readonly claim: string;
  readonly whatSluiceShows: string;
}

/** In order; each step keeps the policies of those before. */
export const demoSteps: readonly DemoStep[] = [
  {
    id: 'no-policy',
    title: 'No policy',
    file: undefined,
    claim: 'By default every pod can connect to every other pod.',
    whatSluiceShows: 'No pod is governed in any direction, so every flow is allowed by default.',
  },
  {
    id: 'default-deny',
    title: 'Isolate the namespace',
    file: 'policies/1-default-deny.yaml',
    claim: 'Nothing gets in or out of dev-app any more.',
    whatSluiceShows: 'All flows from and to the pods of dev-app close; monitoring and DNS still reach each other.',
  },
  {
    id: 'frontend-ingress',
    title: 'Let visitors in',
    file: 'policies/2-allow-frontend-ingress.yaml',
    claim: 'The front end can be reached from outside.',
    whatSluiceShows:
      'Internet to frontend TCP 80 opens. 0.0.0.0/0 covers pods as well: whether the addresses of other pods lie in it depends on whether they have IPv4 addresses.',
  },
  {
    id: 'frontend-to-backend',
    title: 'Front end to back end',
    file: 'policies/3-allow-frontend-to-backend.yaml',
    claim: 'The front end can now reach the back end.',
    whatSluiceShows:
      'It still cannot. Ingress at the back end is allowed, but the egress of the front end is isolated by default-deny and no rule allows it.',
  },
  {
    id: 'backend-to-database',
    title: 'Back end to database',
    file: 'policies/4-allow-backend-to-database.yaml',
    claim: 'The back end can now reach the database.',
    whatSluiceShows: 'It still cannot, for the same reason: no rule allows the egress of the back end.',
  },
  {
    id: 'dns-egress',
    title: 'Ask DNS',
    file: 'policies/5-allow-dns-egress.yaml',
    claim: 'All pods of dev-app can resolve names.',
    whatSluiceShows: 'Flows from frontend, backend and database to coredns UDP 53 open. TCP 53 stays shut.',
  },
];
