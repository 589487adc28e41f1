// Monaco without any of its features: the first of the two halves in which it is evaluated.
import * as monaco from 'monaco-editor/editor';

export { monaco };
