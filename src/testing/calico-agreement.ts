// Holds the engine to the naive evaluator on one generated cluster under Calico.
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { judgeFlow } from '../engine/judge-flow.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import { decodeFiles } from './decode-files.ts';
import { calicoFiles, type GeneratedCalico } from './generate-calico-cluster.ts';
import { type NaiveCalicoProbe, type NaiveCalicoVerdict, naiveCalicoJudge } from './naive-calico-evaluator.ts';

export interface JudgedProbe {
  readonly probe: NaiveCalicoProbe;
  readonly naive: NaiveCalicoVerdict;
  /** `unknown` besides the naive verdicts. */
  readonly engine: string;
}

/** Every probe of the cluster, judged by both from the same texts. Throws where a manifest is rejected. */
function judgeBothWays(generated: GeneratedCalico): JudgedProbe[] {
  const files = calicoFiles(generated);
  const judge = naiveCalicoJudge(decodeFiles(files), generated.reading);
  const options: EngineOptions = { ...defaultOptions, ...generated.reading };
  const snapshot = createSnapshot(files, options);
  return generated.probes.map((probe) => {
    const verdict = judgeFlow(snapshot, probe);
    return { probe, naive: judge(probe), engine: typeof verdict === 'string' ? verdict : 'no-such-endpoint' };
  });
}

/** One line: `TCP 80 shop/p0 -> shop/p1`. */
function calicoProbeText({ src, dst, protocol, port, icmpType, icmpCode }: NaiveCalicoProbe): string {
  const point = port ?? (icmpType === undefined ? '' : `${icmpType}/${icmpCode ?? 0}`);
  return `${protocol} ${point} ${src} -> ${dst}`.replace('  ', ' ');
}

/** All manifests as one text with the reading on top, to be pasted where a disagreement is looked into. */
function calicoText(generated: GeneratedCalico): string {
  const { semantics, pending } = generated.reading;
  const texts = calicoFiles(generated).map(({ path, text }) => `# ${path}\n${text}`);
  return `# semantics: ${semantics}, pending: ${pending}\n${texts.join('---\n')}`;
}

/** Throws with the first flow that the engine judges otherwise than the oracle, and the manifests to see it by. */
export function expectCalicoAgreement(generated: GeneratedCalico): readonly JudgedProbe[] {
  const judged = judgeBothWays(generated);
  for (const { probe, naive, engine } of judged) {
    if (engine === naive) continue;
    throw new Error(`${calicoProbeText(probe)}\nengine ${engine}, naive ${naive}\n${calicoText(generated)}`);
  }
  return judged;
}
