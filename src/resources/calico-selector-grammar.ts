// The grammar of Calico selectors: from tokens to a tree, or to the first place where there is none.
import type { CalicoSelector, SelectorSpan, SelectorWord } from './calico-selector-syntax.ts';
import { readSelectorTokens, type SelectorToken } from './calico-selector-tokens.ts';

/** What the grammar needed where it stopped. */
export type SelectorNeed = 'condition' | 'operator' | 'string' | 'set' | 'rest of set' | '&& or ||' | 'less depth';

/** Where and why a text is no selector. */
export interface SelectorFault extends SelectorSpan {
  readonly need: SelectorNeed;
  readonly tokens: readonly SelectorToken[];
  /** Index of the token that does not fit. */
  readonly index: number;
  /** Where the parentheses start that are open there, outermost first. */
  readonly open: readonly number[];
}

/**
 * How deep nodes may lie in nodes, so that whoever reads a tree may recurse on it; Calico has no limit. Parentheses alone
 * make no nodes, nor do pairs of `!`.
 */
export const MAX_SELECTOR_DEPTH = 400;

/** The tree of a selector; empty and blank texts select everything. Takes linear time and never throws. */
export function readSelector(text: string): { readonly tree: CalicoSelector } | { readonly fault: SelectorFault } {
  const tokens = readSelectorTokens(text);
  if (tokens[0]?.kind === 'end') return { tree: { op: 'all', start: 0, end: text.length } };
  return new SelectorReader(tokens).read();
}

const COMPARISONS = {
  '==': 'equals',
  '!=': 'differs',
  contains: 'contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
} as const;

interface Operand extends SelectorSpan {
  /** Its span leaves out the parentheses around it; the operand's has them. */
  readonly tree: CalicoSelector;
  readonly depth: number;
}

/** What is read of one pair of parentheses, or of the whole text. */
interface Frame {
  readonly start: number;
  readonly alternatives: Operand[];
  terms: Operand[];
  /** Where the `!` before the next operand are. */
  negations: number[];
}

const newFrame = (start: number): Frame => ({ start, alternatives: [], terms: [], negations: [] });
const NOTHING: SelectorToken = { kind: 'end', start: 0, end: 0 };

class SelectorReader {
  readonly #tokens: readonly SelectorToken[];
  readonly #frames: Frame[] = [];
  #frame = newFrame(0);
  #index = 0;
  #need: SelectorNeed | undefined;

  constructor(tokens: readonly SelectorToken[]) {
    this.#tokens = tokens;
  }

  read(): { tree: CalicoSelector } | { fault: SelectorFault } {
    let tree: CalicoSelector | undefined;
    while (!tree && this.#need === undefined) {
      const operand = this.#readOperand();
      if (operand) tree = this.#readOn(operand);
    }
    if (tree && this.#need === undefined) return { tree };
    const { start, end } = this.#token();
    const open = [...this.#frames, this.#frame].slice(1).map((frame) => frame.start);
    return { fault: { need: this.#need ?? 'condition', tokens: this.#tokens, index: this.#index, start, end, open } };
  }

  #token(): SelectorToken {
    return this.#tokens[this.#index] ?? NOTHING;
  }

  #fail(need: SelectorNeed): undefined {
    this.#need ??= need;
    return undefined;
  }

  /** The next condition, behind any `!` and opening parentheses. */
  #readOperand(): Operand | undefined {
    for (; ; this.#index += 1) {
      const token = this.#token();
      const { start, end } = token;
      if (token.kind === '!') this.#frame.negations.push(start);
      else if (token.kind === '(') {
        this.#frames.push(this.#frame);
        this.#frame = newFrame(start);
      } else if (token.kind === 'label') return this.#readComparison(token.word);
      else if (token.kind === 'has' || token.kind === 'all' || token.kind === 'global') {
        this.#index += 1;
        const call = token.kind === 'has' ? { op: token.kind, key: token.word } : { op: token.kind };
        return { tree: { ...call, start, end }, depth: 1, start, end };
      } else return this.#fail('condition');
    }
  }

  /** Puts a condition in its place and goes on to where the next one is expected; the whole tree at the end of the text. */
  #readOn(first: Operand): CalicoSelector | undefined {
    for (let operand = first; ; this.#index += 1) {
      const frame = this.#frame;
      frame.terms.push(this.#negate(operand));
      frame.negations = [];
      const { kind, end } = this.#token();
      if (kind === '&&' || kind === '||') {
        if (kind === '||') this.#endTerms();
        this.#index += 1;
        return undefined;
      }
      const outer = this.#frames.at(-1);
      if (kind !== (outer ? ')' : 'end')) return this.#fail('&& or ||');
      this.#endTerms();
      const whole = this.#join('or', frame.alternatives);
      if (!outer || !whole) return whole?.tree;
      this.#frames.pop();
      this.#frame = outer;
      operand = { ...whole, start: frame.start, end };
    }
  }

  #endTerms(): void {
    const joined = this.#join('and', this.#frame.terms);
    if (joined) this.#frame.alternatives.push(joined);
    this.#frame.terms = [];
  }

  #negate(operand: Operand): Operand {
    const { negations } = this.#frame;
    const [outermost = operand.start] = negations;
    if (negations.length % 2 === 0) return { ...operand, start: outermost };
    const span = { start: outermost, end: operand.end };
    return this.#counted({ tree: { op: 'not', term: operand.tree, ...span }, depth: operand.depth + 1, ...span });
  }

  #join(op: 'and' | 'or', operands: readonly Operand[]): Operand | undefined {
    const [first] = operands;
    if (!first || operands.length === 1) return first;
    const span = { start: first.start, end: operands.at(-1)?.end ?? first.end };
    const depth = operands.reduce((deepest, operand) => Math.max(deepest, operand.depth), 0) + 1;
    return this.#counted({ tree: { op, terms: operands.map(({ tree }) => tree), ...span }, depth, ...span });
  }

  #counted(operand: Operand): Operand {
    if (operand.depth > MAX_SELECTOR_DEPTH) this.#fail('less depth');
    return operand;
  }

  #readComparison(key: SelectorWord): Operand | undefined {
    this.#index += 1;
    const { kind } = this.#token();
    if (kind === 'in' || kind === 'not in') return this.#readMembership(kind === 'in' ? 'in' : 'not-in', key);
    const op = kind in COMPARISONS ? COMPARISONS[kind as keyof typeof COMPARISONS] : this.#fail('operator');
    if (op === undefined) return undefined;
    this.#index += 1;
    const value = this.#token();
    if (value.kind !== 'string') return this.#fail('string');
    this.#index += 1;
    const span = { start: key.start, end: value.end };
    return { tree: { op, key, value: value.word, ...span }, depth: 1, ...span };
  }

  /** An empty set and one trailing comma are legal. */
  #readMembership(op: 'in' | 'not-in', key: SelectorWord): Operand | undefined {
    this.#index += 1;
    if (this.#token().kind !== '{') return this.#fail('set');
    this.#index += 1;
    const values: SelectorWord[] = [];
    for (let token = this.#token(); token.kind === 'string'; token = this.#token()) {
      values.push(token.word);
      this.#index += 1;
      if (this.#token().kind !== ',') break;
      this.#index += 1;
    }
    const { kind, end } = this.#token();
    if (kind !== '}') return this.#fail('rest of set');
    this.#index += 1;
    const span = { start: key.start, end };
    return { tree: { op, key, values, ...span }, depth: 1, ...span };
  }
}
