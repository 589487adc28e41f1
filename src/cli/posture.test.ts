// The command from files to the posture in every format.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { platformFiles } from '../testing/platform/platform-files.ts';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['posture', ...line.split(' ')], terminal);

const workload = (namespace: string, name: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 3
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: c, image: i, ports: [{ containerPort: 80 }] }] }
---`;
const denyIngress = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
---`;
const shop = workload('shop', 'web') + workload('shop', 'db') + workload('lab', 'job') + denyIngress;

it('says a line for each namespace, and what stands out', async () => {
  terminal.write({ 'a.yaml': shop });
  expect(await run('.')).toBe(0);
  expect(terminal.output).toMatch(/^2 namespaces, 3 workloads, 9 pods\.$/m);
  expect(terminal.output).toMatch(/^Default deny: ingress of 6 of 9 pods; egress of 0 of 9 pods\.$/m);
  expect(terminal.output).toMatch(/^The Internet may reach 3 of 9 pods; 9 of 9 pods may reach it\.$/m);
  expect(terminal.output).toMatch(/^lab +3 +open +open +3: 80 +3: all ports +2\/2 +0\/2 +3 /m);
  expect(terminal.output).toMatch(/^shop +6 +closed +open +0 +6: all ports /m);
});

it('writes sluice/posture/v1', async () => {
  terminal.write({ 'a.yaml': shop });
  expect(await run('. --format json')).toBe(0);
  const report = JSON.parse(terminal.output);
  expect(report).toMatchObject({ schema: 'sluice/posture/v1', incomplete: false, hosts: { hosts: 0 } });
  expect(report.namespaces[1]).toMatchObject({
    name: 'shop',
    system: false,
    pods: 6,
    ingress: { governed: 6, governedWorkloads: 2, closed: 6, undecided: 0, defaultDeny: 'closed' },
    egress: { governed: 0, defaultDeny: 'open' },
    toInternet: { allowed: 6, everyPort: 6, ports: 'all ports' },
    toOthers: { pairs: 2, allowed: 2, unknown: 0 },
  });
});

it('is honest about input that is incomplete', async () => {
  terminal.write({ 'a.yaml': shop, 'b.yaml': 'kind: NetworkPolicy\nspec: [' });
  expect(await run('.')).toBe(3);
  expect(terminal.output).toContain('The input is incomplete: the numbers may be off in either direction.');
});

it('tells system namespaces, hosts and findings of the platform apart', async () => {
  terminal.write(Object.fromEntries(platformFiles.map(({ path, text }) => [path, text])));
  expect(await run('.')).toBe(0);
  const lines = terminal.output.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    '10 namespaces, 53 workloads, 103 pods; 2 system namespaces apart.',
    'Default deny: ingress of 96 of 103 pods; egress of 77 of 103 pods, and 3 unknown.',
    'Isolated: ingress of 103 of 103 pods; egress of 99 of 103 pods.',
  ]);
  expect(lines).toContain('4 of 4 hosts with a host endpoint.');
  expect(terminal.output).toMatch(
    /^analytics +10 +closed +open +0 +10: all ports +110\/324 +72\/324 \(18 unknown\) +10 /m,
  );
  expect(terminal.output).toMatch(/^warehouse .* [12] warnings?[^\n]*\ncalico-system /m);
});
