// A planned cluster as the text that kubectl prints, in pieces.

import { clusterObjects } from './cluster-objects.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { kubectlYaml } from './kubectl-yaml.ts';

/** `json`: on one line; `json-pretty`: as `kubectl get -o json` prints it; `yaml`: many documents. */
export type ClusterFormat = 'json' | 'json-pretty' | 'yaml';

const PIECE = 256 * 1024;

/** Joins small texts, so that whoever writes them does not write each of them. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function* jsonList(plan: ClusterPlan): Generator<string> {
  yield '{"apiVersion":"v1","items":[';
  let isFirst = true;
  for (const { object } of clusterObjects(plan)) {
    yield `${isFirst ? '' : ','}${JSON.stringify(object)}`;
    isFirst = false;
  }
  yield '],"kind":"List","metadata":{"resourceVersion":""}}\n';
}

function* prettyList(plan: ClusterPlan): Generator<string> {
  yield '{\n    "apiVersion": "v1",\n    "items": [\n';
  let isFirst = true;
  for (const { object } of clusterObjects(plan)) {
    const text = JSON.stringify(object, null, 4).replaceAll('\n', '\n        ');
    yield `${isFirst ? '' : ',\n'}        ${text}`;
    isFirst = false;
  }
  yield '\n    ],\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n';
}

function* yamlStream(plan: ClusterPlan): Generator<string> {
  let isFirst = true;
  for (const { object } of clusterObjects(plan)) {
    yield `${isFirst ? '' : '---\n'}${kubectlYaml(object)}`;
    isFirst = false;
  }
}

/** The whole cluster as one text, in pieces of some hundred KB. */
export function clusterPieces(plan: ClusterPlan, format: ClusterFormat): Generator<string> {
  if (format === 'yaml') return inPieces(yamlStream(plan));
  return inPieces(format === 'json' ? jsonList(plan) : prettyList(plan));
}
