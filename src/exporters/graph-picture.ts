// A placed graph as it is drawn outside of the page: shapes, words and places, with nothing left to be decided.

export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A gate in a box of 8 × 16: its strokes, and how many rules allow something. */
export interface DrawnGate {
  readonly path: string;
  readonly count: number;
}

export interface DrawnNode {
  readonly kind: 'frame' | 'collapsed' | 'workload' | 'pod' | 'external' | 'set' | 'host';
  readonly box: DrawnBox;
  readonly name: string;
  /** `Deployment ×3`; empty for none. */
  readonly facts: string;
  readonly ports: string;
  readonly ingress?: DrawnGate;
  readonly egress?: DrawnGate;
  /** Isolated both ways: a double border. */
  readonly isDouble: boolean;
  readonly isSystem: boolean;
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
  /** Of a reach: `2`, `1?`. */
  readonly hop?: string;
}

export type DrawnVerdict = 'allowed' | 'denied' | 'unknown' | 'mixed';

export interface DrawnEdge {
  readonly path: string;
  /** The mark at the destination, and whether it is filled. */
  readonly head: string;
  readonly isHeadFilled: boolean;
  /** The mark of a mixed edge; empty for none. */
  readonly split: string;
  readonly verdict: DrawnVerdict;
  readonly isFlip: boolean;
  readonly isDimmed: boolean;
  readonly label?: { readonly text: string; readonly box: DrawnBox };
}

export type LegendMark =
  | { readonly type: 'gate'; readonly gate: DrawnGate; readonly words: string }
  | { readonly type: 'double' | 'hop'; readonly words: string }
  | { readonly type: 'line'; readonly edge: DrawnEdge; readonly words: string };

export interface GraphPicture {
  readonly title: string;
  /** How much there is and how it was read, in parts; without the time, so that the same manifests give the same picture. */
  readonly caption: readonly string[];
  /** Frames first, then what lies in them. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly legend: readonly LegendMark[];
}

/** Colours as CSS, and families of type. */
export interface GraphPalette {
  readonly canvas: string;
  readonly panel: string;
  readonly hover: string;
  readonly text: string;
  readonly secondary: string;
  readonly faint: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly allowed: string;
  readonly denied: string;
  readonly unknown: string;
  readonly mixed: string;
  readonly ui: string;
  readonly mono: string;
}
