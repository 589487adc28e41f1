// The second article's manifests as it gives them, step by step, and the DNS pods that every cluster has.
import type { SourceFile } from '../../../documents/source-file.ts';
import { manifestFolder } from '../manifest-folder.ts';

const written = manifestFolder('zero-trust/as-written');

/** DNS as kubeadm and most others run it; the article takes it for granted. */
const dns: SourceFile = {
  path: 'cluster/dns.yaml',
  text: `apiVersion: v1
kind: Pod
metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } }
spec:
  containers: [{ name: coredns, image: coredns, ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: kube-dns, namespace: kube-system }
spec: { selector: { k8s-app: kube-dns }, ports: [{ name: dns, port: 53, protocol: UDP }, { name: dns-tcp, port: 53 }] }
`,
};

/** What is applied after so many files of the article, and DNS. */
export const applied = (count: number): readonly SourceFile[] => [...written.slice(0, count), dns];

export const wholeArticle = applied(written.length);
