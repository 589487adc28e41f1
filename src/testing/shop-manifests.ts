// A small shop for the command's tests: web and db in `shop`, a probe in `ops`, and policies of `db`.

const pod = (namespace: string, name: string, port: number | undefined) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app: ${name}
spec:
  containers:
    - name: main
      image: example
${port === undefined ? '' : `      ports:\n        - containerPort: ${port}\n`}`;

export const shopPods = [
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ops\n',
  pod('shop', 'web', 80),
  pod('shop', 'db', 5432),
  pod('ops', 'probe', undefined),
].join('---\n');

/** Selects `db` for ingress; `from` is the app that may come in on 5432, or nobody. */
export function dbPolicy(from: string | undefined): string {
  const rules =
    from === undefined
      ? ''
      : `  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: ${from}\n      ports:\n        - port: 5432\n`;
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes: [Ingress]
${rules}`;
}
