// The command from files to a trace.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
  terminal.write({ 'pods.yaml': shopPods, 'db.yaml': dbPolicy('web') });
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['explain', '.', ...line.split(' ')], terminal);

it('names the rule that allows', async () => {
  expect(await run('--from shop/web --to shop/db')).toBe(0);
  expect(terminal.output).toMatch(/^shop\/Pod\/web → shop\/Pod\/db TCP 5432: allowed\n/);
  expect(terminal.output).toMatch(/ {2}> {2}default {2}1000 {2}NetworkPolicy shop\/db rule 1 +allow +db\.yaml:\d+\n/);
});

it('tells why nothing allows', async () => {
  expect(await run('--from ops/probe --to shop/db --format json')).toBe(0);
  const result = JSON.parse(terminal.output) as { ingress: { steps: { outcome: string }[]; deciding: number } };
  expect(result).toMatchObject({
    schema: 'sluice/explain/v1',
    verdict: 'denied',
    egress: { verdict: 'allowed' },
    ingress: { verdict: 'denied' },
    missing: [],
  });
  expect(result.ingress.steps[result.ingress.deciding]?.outcome).toBe('end-of-tier');
});

it.each([
  ['--from 203.0.113.9 --to shop/Pod/web', 'allowed'],
  ['--from shop/web --to 203.0.113.9 --port 443', 'allowed'],
  ['--from 203.0.113.9 --to shop/db --protocol UDP --port 53', 'denied'],
  ['--from shop/web --to shop/db --protocol icmp', 'denied'],
  ['--from shop/db --to shop/web --protocol ICMP --icmp-type 3 --icmp-code 1', 'allowed'],
])('%s: %s', async (line, verdict) => {
  expect(await run(line)).toBe(0);
  expect(terminal.output.split('\n')[0]).toMatch(new RegExp(`: ${verdict}$`));
});

it.each([
  [
    '--from shop/wbe --to shop/db --port 1',
    /no pod, workload, set, host endpoint or address is called `shop\/wbe`; did you mean shop\/web/,
  ],
  ['--from shop/web --to ops/probe', /ops\/probe declares no port; give one with --port/],
  [
    '--from shop/web --to ops/probe --protocol tpc',
    /protocol `tpc` is not known; use TCP, UDP, SCTP, ICMP, ICMPv6 or a number/,
  ],
  [
    '--from shop/web --to shop/db --protocol ICMP --icmp-type 300',
    /--icmp-type 300 is no ICMP type; write a number from 0 to 255/,
  ],
  ['--from shop/web --to shop/db --protocol UDP', /shop\/db declares no port; give one with --port/],
  ['--from shop/web --to shop/bd', /no pod, .* is called `shop\/bd`; did you mean shop\/db/],
  ['--from shop --to shop/db', /`shop` is a namespace; name a pod or workload in it, such as shop\/db/],
  ['--from svc:shop/db --to shop/web', /a flow comes from a pod, not from a service; name a pod behind it/],
  ['--from shop/web --to 10.96.0.9', /a TCP flow needs a port/],
  ['--from shop/web --to shop/db --protocol ICMP --port 80', /ICMP has no ports; leave out --port/],
  ['--from shop/web --to shop/db --icmp-type 8', /--icmp-type goes with --protocol ICMP or ICMPv6/],
  ['--from shop/web --to shop/db --pending calico', /write --pending=calico/],
])('%s is wrong usage', async (line, message) => {
  expect(await run(line)).toBe(2);
  expect(terminal.messages.at(-1)).toMatch(message);
});
