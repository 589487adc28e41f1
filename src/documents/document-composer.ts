// YAML tokens to the value of a chunk's first document: go-yaml's parser and decoder in one pass, without recursion.
import type { AnchorRecord } from './anchors.ts';
import type { CollectionFrame, FrameState } from './collection-frame.ts';
import { closingMissing, contentMissing, itemMissing, keyMissing, undefinedHandle } from './composer-errors.ts';
import { readDirectives } from './document-directives.ts';
import type { DocumentValue } from './document-value.ts';
import { NodeAssembler, type NodeCount } from './node-assembler.ts';
import type { ReadBudget } from './read-budget.ts';
import type { ReadingNotes } from './reading-notes.ts';
import type { TextCursor } from './text-cursor.ts';
import { YamlScanner } from './yaml-scanner.ts';
import type { Token, TokenType } from './yaml-token.ts';

export interface ComposedDocument {
  readonly root: DocumentValue;
  /** The token after the root node; everything from there on is ignored by kubectl. */
  readonly rest: Token;
}

/** Reads the chunk's first document. A chunk of comments only is null. */
export class DocumentComposer {
  readonly #scanner: YamlScanner;
  readonly #nodes: NodeAssembler;
  #tagPrefixes: ReadonlyMap<string, string> = new Map();

  constructor(cursor: TextCursor, budget: ReadBudget, used: NodeCount, notes: ReadingNotes | undefined) {
    this.#scanner = new YamlScanner(cursor, budget.depth);
    this.#nodes = new NodeAssembler(budget, used, notes);
  }

  /** Offsets of line breaks other than LF and CRLF that end a comment, so far as the text has been scanned. */
  get commentBreaks(): readonly number[] {
    return this.#scanner.commentBreaks;
  }

  /** @throws ReadingError */
  compose(): ComposedDocument {
    const scanner = this.#scanner;
    const { tagPrefixes, hasContent } = readDirectives(scanner);
    this.#tagPrefixes = tagPrefixes;
    if (hasContent) this.#node(true, false);
    else this.#emptyScalar(scanner.peek().start);
    for (let frame = this.#nodes.innermost; frame !== undefined; frame = this.#nodes.innermost) this.#step(frame);
    const rest = scanner.peek();
    return { root: this.#nodes.finish(), rest };
  }

  #step(frame: CollectionFrame): void {
    switch (frame.state) {
      case 'block-sequence':
        this.#blockItem(frame);
        break;
      case 'indentless-sequence':
        this.#indentlessItem(frame);
        break;
      case 'block-mapping-key':
        this.#blockKey(frame);
        break;
      case 'block-mapping-value':
        this.#blockValue(frame);
        break;
      case 'flow-sequence':
        this.#flowItem(frame);
        break;
      case 'pair-key':
        this.#pairKey(frame);
        break;
      case 'pair-value':
        this.#flowPart(frame, 'pair-end', 'flow-sequence-end');
        break;
      case 'pair-end':
        this.#scanner.peek();
        this.#nodes.close(frame);
        break;
      case 'flow-mapping-key':
        this.#flowKey(frame);
        break;
      case 'flow-mapping-value':
        this.#flowPart(frame, 'flow-mapping-key', 'flow-mapping-end');
        break;
      case 'flow-mapping-empty-value':
        frame.state = 'flow-mapping-key';
        frame.awaits = 'value';
        this.#emptyScalar(this.#scanner.peek().start);
        break;
    }
  }

  #blockItem(frame: CollectionFrame): void {
    const entry = this.#scanner.peek();
    if (entry.type === 'block-end') {
      this.#scanner.take();
      this.#nodes.close(frame);
    } else if (entry.type === 'block-entry') {
      const next = this.#takeThenPeek();
      if (next.type === 'block-entry' || next.type === 'block-end') this.#emptyScalar(entry.end);
      else this.#node(true, false);
    } else {
      throw itemMissing(entry, frame.start);
    }
  }

  #indentlessItem(frame: CollectionFrame): void {
    const entry = this.#scanner.peek();
    if (entry.type !== 'block-entry') {
      this.#nodes.close(frame);
      return;
    }
    const next = this.#takeThenPeek();
    if (next.type === 'block-entry' || endsBlockPart(next.type)) this.#emptyScalar(entry.end);
    else this.#node(true, false);
  }

  #blockKey(frame: CollectionFrame): void {
    const key = this.#scanner.peek();
    if (key.type === 'block-end') {
      this.#scanner.take();
      this.#nodes.close(frame);
    } else if (key.type === 'key') {
      const next = this.#takeThenPeek();
      frame.state = 'block-mapping-value';
      frame.awaits = 'key';
      if (endsBlockPart(next.type)) this.#emptyScalar(key.end);
      else this.#node(true, true);
    } else {
      throw keyMissing(key, frame.start);
    }
  }

  #blockValue(frame: CollectionFrame): void {
    const value = this.#scanner.peek();
    frame.state = 'block-mapping-key';
    frame.awaits = 'value';
    if (value.type !== 'value') {
      this.#emptyScalar(value.start);
      return;
    }
    const next = this.#takeThenPeek();
    if (endsBlockPart(next.type)) this.#emptyScalar(value.end);
    else this.#node(true, true);
  }

  #flowItem(frame: CollectionFrame): void {
    let next = this.#scanner.peek();
    if (next.type !== 'flow-sequence-end' && !frame.first) {
      if (next.type !== 'flow-entry') throw closingMissing(next, frame.start, '[');
      next = this.#takeThenPeek();
    }
    frame.first = false;
    if (next.type === 'key') {
      this.#scanner.take();
      this.#nodes.open('pair-key', next.start, undefined);
    } else if (next.type !== 'flow-sequence-end') {
      this.#node(false, false);
    } else {
      this.#closeFlow(frame, next);
    }
  }

  /** go-yaml takes the token after a missing key with it: a quirk of libyaml. */
  #pairKey(frame: CollectionFrame): void {
    const next = this.#scanner.peek();
    frame.state = 'pair-value';
    frame.awaits = 'key';
    if (next.type === 'value' || next.type === 'flow-entry' || next.type === 'flow-sequence-end') {
      this.#scanner.take();
      this.#emptyScalar(next.end);
    } else {
      this.#node(false, false);
    }
  }

  #flowKey(frame: CollectionFrame): void {
    let next = this.#scanner.peek();
    if (next.type !== 'flow-mapping-end' && !frame.first) {
      if (next.type !== 'flow-entry') throw closingMissing(next, frame.start, '{');
      next = this.#takeThenPeek();
    }
    frame.first = false;
    frame.awaits = 'key';
    if (next.type === 'key') {
      next = this.#takeThenPeek();
      frame.state = 'flow-mapping-value';
      if (next.type === 'value' || next.type === 'flow-entry' || next.type === 'flow-mapping-end') {
        this.#emptyScalar(next.start);
      } else this.#node(false, false);
    } else if (next.type !== 'flow-mapping-end') {
      frame.state = 'flow-mapping-empty-value';
      this.#node(false, false);
    } else {
      this.#closeFlow(frame, next);
    }
  }

  /** The value of a pair inside brackets, which may be missing. */
  #flowPart(frame: CollectionFrame, then: FrameState, closing: TokenType): void {
    let next = this.#scanner.peek();
    frame.state = then;
    frame.awaits = 'value';
    if (next.type === 'value') {
      next = this.#takeThenPeek();
      if (next.type !== 'flow-entry' && next.type !== closing) {
        this.#node(false, false);
        return;
      }
    }
    this.#emptyScalar(next.start);
  }

  /** One node: an alias, or properties and content. Collections are only opened. */
  #node(block: boolean, indentless: boolean): void {
    let next = this.#scanner.peek();
    const first = next;
    if (next.type === 'alias') {
      this.#scanner.take();
      this.#nodes.alias(next);
      return;
    }
    let anchor: AnchorRecord | undefined;
    let tag: string | undefined;
    while ((next.type === 'anchor' && anchor === undefined) || (next.type === 'tag' && tag === undefined)) {
      if (next.type === 'anchor') anchor = this.#nodes.anchor(next);
      else tag = this.#tagOf(next);
      next = this.#takeThenPeek();
    }
    if (next.type === 'scalar') {
      this.#scanner.take();
      const { value: text, start, end } = next;
      this.#nodes.scalar({ text, plain: next.detail === 'plain', tag: tag ?? '', start, end }, anchor);
    } else if (indentless && next.type === 'block-entry') this.#nodes.open('indentless-sequence', next.start, anchor);
    else if (next.type === 'flow-sequence-start') this.#open('flow-sequence', next, anchor);
    else if (next.type === 'flow-mapping-start') this.#open('flow-mapping-key', next, anchor);
    else if (block && next.type === 'block-sequence-start') this.#open('block-sequence', next, anchor);
    else if (block && next.type === 'block-mapping-start') this.#open('block-mapping-key', next, anchor);
    else if (anchor !== undefined || tag !== undefined) {
      this.#nodes.scalar({ text: '', plain: true, tag: tag ?? '', start: next.start, end: next.start }, anchor);
    } else throw contentMissing(first);
  }

  #tagOf({ value: handle, detail: suffix, start, end }: Token): string {
    if (handle === '') return suffix;
    const prefix = this.#tagPrefixes.get(handle);
    if (prefix === undefined) throw undefinedHandle(handle, start, end);
    return prefix + suffix;
  }

  #open(state: FrameState, start: Token, anchor: AnchorRecord | undefined): void {
    this.#scanner.take();
    this.#nodes.open(state, start.start, anchor);
  }

  #closeFlow(frame: CollectionFrame, closing: Token): void {
    frame.end = closing.end;
    this.#scanner.take();
    this.#nodes.close(frame);
  }

  #emptyScalar(at: number): void {
    this.#nodes.scalar({ text: '', plain: true, tag: '', start: at, end: at }, undefined);
  }

  #takeThenPeek(): Token {
    this.#scanner.take();
    return this.#scanner.peek();
  }
}

/** Whether a key or value of a block map is missing before this token. */
function endsBlockPart(type: TokenType): boolean {
  return type === 'key' || type === 'value' || type === 'block-end';
}
