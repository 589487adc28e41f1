// A file's text to its documents with ranges: what kubectl reads, plus everything a reader should know about it.
import { isUnicodeSpace } from './characters.ts';
import { openChunk } from './chunk-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { DocumentComposer } from './document-composer.ts';
import type { DocumentValue, SourceDocument, Span } from './document-value.ts';
import { noteIgnoredRest } from './ignored-rest.ts';
import { noteHiddenBreaks, noteInvisibleCharacters } from './invisible-text.ts';
import type { NodeCount } from './node-assembler.ts';
import { type ReadBudget, SLUICE_BUDGET } from './read-budget.ts';
import { JsonReader } from './read-json.ts';
import { fileDiagnostics, templateDiagnostic } from './reading-diagnostics.ts';
import { ReadingError, type ReadingProblem } from './reading-error.ts';
import { ReadingNotes } from './reading-notes.ts';
import type { SourceFile } from './source-file.ts';
import { looksLikeJson, skipJsonSpace, splitStream, yamlStartAfterJson } from './split-stream.ts';
import { findTemplate } from './template-text.ts';

export interface ReadResult {
  /** Null documents (comments only) are left out, as kubectl skips them. */
  readonly documents: readonly SourceDocument[];
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The documents of a YAML or JSON file. Never throws. Where kubectl would stop at an error, reading goes on with the next
 * document, so that one broken document hides no other; the error says so.
 */
export function readDocuments(file: SourceFile, budget: Partial<ReadBudget> = {}): ReadResult {
  const reading = new FileReading(file, { ...SLUICE_BUDGET, ...budget });
  reading.read();
  const template = reading.template;
  if (template !== undefined) return { documents: [], diagnostics: [templateDiagnostic(file, template)] };
  return { documents: reading.documents, diagnostics: reading.diagnostics() };
}

class FileReading {
  readonly documents: SourceDocument[] = [];
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #budget: ReadBudget;
  readonly #used: NodeCount = { nodes: 0 };
  readonly #notes = new ReadingNotes();
  readonly #problems: ReadingProblem[] = [];
  /** Why the text is not JSON, until the first YAML document has been read in its place. */
  #jsonProblem: ReadingProblem | undefined;

  constructor(file: SourceFile, budget: ReadBudget) {
    this.#file = file;
    this.#text = file.text;
    this.#budget = budget;
  }

  read(): void {
    const { fileLength } = this.#budget;
    if (this.#text.length > fileLength) {
      this.#refuse(`This file has ${this.#text.length} characters; Sluice reads at most ${fileLength} of one file`, 0);
      return;
    }
    const yamlStart = looksLikeJson(this.#text) ? this.#readJson() : 0;
    if (yamlStart !== undefined) this.#readYaml(yamlStart);
  }

  diagnostics(): Diagnostic[] {
    return fileDiagnostics(this.#file, this.#problems, this.#notes);
  }

  /** Where the file looks like a template to be rendered first. */
  get template(): Span | undefined {
    return findTemplate(this.#text, this.documents);
  }

  /** JSON values one after the other; returns where to go on as YAML, if anywhere. */
  #readJson(): number | undefined {
    const text = this.#text;
    const reader = new JsonReader(text, this.#budget, this.#used, this.#notes);
    for (let end = 0, count = 0; ; count++) {
      const start = skipJsonSpace(text, end);
      if (start >= text.length || this.#tooMany(count, start)) return undefined;
      try {
        const document = reader.read(start);
        end = document.end;
        if (document.problem === undefined) this.#add(document.root, document);
        else this.#problems.push(document.problem);
      } catch (error) {
        const problem = problemOf(error);
        const yaml = count > 1 || problem.kind !== 'json-syntax' ? undefined : yamlStartAfterJson(text, end);
        if (yaml !== undefined) {
          this.#jsonProblem = problem;
          return yaml;
        }
        this.#problems.push(problem);
        const separator = text.indexOf('\n---', problem.start);
        return separator < 0 ? undefined : separator + 1;
      }
    }
  }

  #readYaml(from: number): void {
    const text = this.#text.endsWith('\n') ? this.#text : `${this.#text}\n`;
    let count = 0;
    for (const part of splitStream(text, from, this.#text.length)) {
      if (part.type === 'separator-error') this.#problems.push(part.error.problem);
      else {
        if (this.#tooMany(count, part.start)) return;
        this.#readChunk(text, part);
        this.#jsonProblem = undefined;
        count++;
      }
    }
  }

  #readChunk(text: string, chunk: Span): void {
    const composer = new DocumentComposer(
      openChunk(text, chunk.start, chunk.end),
      this.#budget,
      this.#used,
      this.#notes,
    );
    let root: DocumentValue | undefined;
    try {
      const composed = composer.compose();
      root = composed.root;
      noteIgnoredRest(text, composed.rest, chunk.end, this.#notes);
      this.#add(root, chunk);
    } catch (error) {
      const problem = problemOf(error);
      const json = this.#jsonProblem;
      // kubectl shows the JSON error if both readings fail; the one that got further is the more helpful.
      this.#problems.push(withinChunk(text, chunk, json !== undefined && json.start >= problem.start ? json : problem));
    }
    noteHiddenBreaks(text, chunk, composer.commentBreaks, this.#notes);
    noteInvisibleCharacters(text, chunk, root, this.#notes);
  }

  #add(root: DocumentValue, { start, end }: Span): void {
    if (root.kind === 'null') return;
    const span = { start, end: Math.min(end, this.#text.length) };
    this.documents.push({ file: this.#file.path, text: this.#file.text, index: this.documents.length, span, root });
  }

  /** Whether the budget for the whole file is used up before the document at `at`. */
  #tooMany(count: number, at: number): boolean {
    if (this.#used.nodes > this.#budget.nodes) return true;
    if (count < this.#budget.documents) return false;
    this.#refuse(`This file has more than ${this.#budget.documents} documents; the rest of it is not read`, at);
    return true;
  }

  #refuse(message: string, at: number): void {
    this.#problems.push({ kind: 'over-budget', message, advice: 'Split the file.', start: at, end: at + 1 });
  }
}

/** A problem at the chunk's end is shown at its last character rather than in the next document. */
function withinChunk(text: string, { start, end }: Span, problem: ReadingProblem): ReadingProblem {
  let last = Math.min(end, text.length) - 1;
  while (last > start && isUnicodeSpace(text.charCodeAt(last))) last--;
  return problem.start <= last ? problem : { ...problem, start: last, end: last + 1 };
}

function problemOf(error: unknown): ReadingProblem {
  if (error instanceof ReadingError) return error.problem;
  throw error;
}
