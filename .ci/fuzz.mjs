// `npm run fuzz -- --runs N --seed S`: the engine against the naive evaluator on N clusters under Calico, on all processors.
// Progress goes to standard error; the last line of standard output is the tally. Exits 1 with a minimal counterexample.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'node_modules/.cache/sluice-fuzz');
const batchSize = 250;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** Set for the processes that do the work. */
    worker: { type: 'boolean', default: false },
  },
});

if (values.worker) await work();
else process.exitCode = await lead(readCount('runs'), readCount('seed'));

function readCount(name) {
  const count = Number(values[name]);
  if (Number.isSafeInteger(count) && count >= (name === 'runs' ? 1 : 0)) return count;
  console.error(`fuzz: --${name} takes a whole number, not \`${values[name]}\``);
  process.exit(2);
}

/** Answers `{ runs, seed }` with what `fuzzCalico` says. */
async function work() {
  const { fuzzCalico } = await import(join(outDir, 'fuzz-calico.js'));
  process.on('message', ({ runs, seed }) => process.send(fuzzCalico(runs, seed)));
}

/** Batches have seeds of their own, so that the clusters do not depend on how many processes share them. */
async function lead(runs, seed) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { target: 'node20', outDir, emptyOutDir: true, ssr: 'src/testing/fuzz-calico.ts' },
    ssr: { noExternal: true },
  });
  const batches = Math.ceil(runs / batchSize);
  const total = { clusters: 0, probes: 0 };
  const start = Date.now();
  let next = 0;
  let failure;

  const share = () =>
    new Promise((done) => {
      const child = fork(import.meta.filename, ['--worker']);
      const proceed = () => {
        if (failure !== undefined || next === batches) return child.kill();
        const batch = next++;
        child.send({
          runs: Math.min(batchSize, runs - batch * batchSize),
          seed: (seed * 1_000_003 + batch) % 2 ** 31,
        });
      };
      child.on('message', (result) => {
        total.clusters += result.clusters;
        total.probes += result.probes;
        failure ??= result.failure;
        const seconds = ((Date.now() - start) / 1000).toFixed(0);
        console.error(`${total.clusters} of ${runs} clusters, ${total.probes} probes, ${seconds} s`);
        proceed();
      });
      child.on('error', (error) => {
        failure ??= String(error);
      });
      child.on('exit', (code) => {
        if (code) failure ??= `a worker ended with status ${code}`;
        done();
      });
      proceed();
    });

  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches) }, share));
  if (failure !== undefined) console.log(failure);
  const disagreements = failure === undefined ? 0 : 1;
  console.log(`${total.clusters} clusters, ${total.probes} probes, ${disagreements} disagreements (seed ${seed})`);
  return disagreements;
}
