// What selectors can see of an endpoint's labels: answers to the questions they ask, and nothing else.
import { groupBy } from '../base/group-by.ts';
import type { Endpoint, LabelView } from '../model/cluster.ts';
import { fitsText } from '../model/selector.ts';
import { asks, type LabelQuestion, type ScopedQuestion } from './vocabulary.ts';

type TextQuestion = Extract<LabelQuestion, { text: string }>;

/** The questions about one key. */
class KeyQuestions {
  readonly key: string;
  readonly values = new Set<string>();
  readonly texts = new Map<string, TextQuestion>();
  presence = false;

  constructor(key: string) {
    this.key = key;
  }

  add(question: LabelQuestion): void {
    if (question.op === 'has') this.presence = true;
    else if (question.op === 'in') for (const value of question.values) this.values.add(value);
    else this.texts.set(`${question.op} ${question.text}`, question);
  }

  /** Whether the answer to a question follows from those to these. */
  covers(question: LabelQuestion): boolean {
    if (question.op === 'has') return this.presence;
    if (question.op === 'in') return question.values.every((value) => this.values.has(value));
    return this.texts.has(`${question.op} ${question.text}`);
  }
}

function answer(asked: readonly KeyQuestions[], value: string): string | undefined {
  for (const one of asked) if (one.values.has(value)) return `=${value}`;
  let fits = '';
  let isAsked = false;
  for (const one of asked) {
    if (one.presence) isAsked = true;
    for (const { op, text } of one.texts.values()) {
      isAsked = true;
      fits += fitsText(op, value, text) ? '1' : '0';
    }
  }
  return isAsked ? `?${fits}` : undefined;
}

/** Equal texts for endpoints of one namespace that no selector tells apart by label. */
export class LabelProjection {
  readonly #labelOf: LabelView;
  readonly #everywhere = new Map<string, KeyQuestions>();
  readonly #local = new Map<string, Map<string, KeyQuestions>>();
  readonly #byNamespace = new Map<string, readonly (readonly [string, readonly KeyQuestions[]])[]>();

  readonly #endpoints: readonly Endpoint[];
  readonly #values = new Map<string, ReadonlySet<string>>();
  #byNamespaceName: ReadonlyMap<string, readonly Endpoint[]> | undefined;

  constructor(questions: readonly ScopedQuestion[], endpoints: readonly Endpoint[], labelOf: LabelView) {
    this.#labelOf = labelOf;
    this.#endpoints = endpoints;
    for (const { question, namespaces } of questions) {
      if (!namespaces) this.#add(this.#everywhere, question);
      for (const name of namespaces ?? []) {
        const own = this.#local.get(name) ?? new Map<string, KeyQuestions>();
        this.#local.set(name, own);
        this.#add(own, question);
      }
    }
  }

  #add(keys: Map<string, KeyQuestions>, question: LabelQuestion): void {
    const own = keys.get(question.key) ?? new KeyQuestions(question.key);
    keys.set(question.key, own);
    own.add(question);
  }

  /** Keys asked about in a namespace, with the questions. */
  #asked(namespace: string): readonly (readonly [string, readonly KeyQuestions[]])[] {
    const known = this.#byNamespace.get(namespace);
    if (known) return known;
    const local = this.#local.get(namespace);
    const keys = new Set([...this.#everywhere.keys(), ...(local?.keys() ?? [])]);
    const made = [...keys].sort().map((key) => {
      const both = [this.#everywhere.get(key), local?.get(key)];
      return [key, both.filter((one) => one !== undefined)] as const;
    });
    this.#byNamespace.set(namespace, made);
    return made;
  }

  project(endpoint: Endpoint): string {
    let seen = '';
    for (const [key, asked] of this.#asked(endpoint.namespace)) {
      const value = this.#labelOf(endpoint, key);
      const told = value === undefined ? undefined : answer(asked, value);
      if (told !== undefined) seen += `${key}${told};`;
    }
    return seen;
  }

  /**
   * Whether all endpoints that `project` does not tell apart give the same answer to a question, so that it needs no new
   * classes. Whoever types a label's value asks for many that no endpoint has.
   */
  answers(question: LabelQuestion, namespaces: readonly string[] | undefined): boolean {
    if (this.#everywhere.get(question.key)?.covers(question)) return true;
    this.#byNamespaceName ??= groupBy(this.#endpoints, (endpoint) => endpoint.namespace);
    if (namespaces) {
      return namespaces.every(
        (name) =>
          this.#local.get(name)?.get(question.key)?.covers(question) ||
          this.#answersAlike(question, this.#byNamespaceName?.get(name) ?? []),
      );
    }
    const isAsked = question.op === 'in' && question.values.some((value) => this.#valuesOf(question.key).has(value));
    if (question.op === 'in' && !isAsked) return true;
    return [...this.#byNamespaceName.values()].every((endpoints) => this.#answersAlike(question, endpoints));
  }

  /** All values of a label. */
  #valuesOf(key: string): ReadonlySet<string> {
    const known = this.#values.get(key);
    if (known) return known;
    const made = new Set<string>();
    for (const endpoint of this.#endpoints) {
      const value = this.#labelOf(endpoint, key);
      if (value !== undefined) made.add(value);
    }
    this.#values.set(key, made);
    return made;
  }

  #answersAlike(question: LabelQuestion, endpoints: readonly Endpoint[]): boolean {
    const answers = new Map<string, boolean>();
    const first = endpoints[0];
    if (first === undefined) return true;
    let isAsked: boolean | undefined;
    for (const endpoint of endpoints) {
      const own = asks(question, this.#labelOf(endpoint, question.key));
      if (isAsked === undefined) isAsked = own;
      else if (isAsked !== own) {
        isAsked = undefined;
        break;
      }
    }
    // Mostly nobody has the label.
    if (isAsked !== undefined) return true;
    for (const endpoint of endpoints) {
      const own = asks(question, this.#labelOf(endpoint, question.key));
      const key = this.project(endpoint);
      const known = answers.get(key);
      if (known === undefined) answers.set(key, own);
      else if (known !== own) return false;
    }
    return true;
  }
}
