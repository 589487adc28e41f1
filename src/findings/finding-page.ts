// What the page of help for a finding tells.
import type { Severity } from '../documents/diagnostic.ts';

/** What is known of every code, be it a lint's or one of those that reading gives. */
export interface FindingPage {
  /** Stable, as findings carry it. */
  readonly code: string;
  /** How bad it usually is. */
  readonly severity: Severity;
  /** A noun phrase or a short sentence without a full stop. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** How it is mended. */
  readonly fix: string;
  /** A public page that describes the behaviour; `https:` only. */
  readonly source?: { readonly title: string; readonly url: string };
}

/** A page whole. */
export interface FindingHelp extends FindingPage {
  /** Manifests that have the finding, and such that have it not; lints alone show some. */
  readonly examples?: { readonly bad: string; readonly good: string };
  /** Whether a quick fix is offered, and one that `sluice lint --fix` writes (`safe`); undefined where nobody says. */
  readonly quickFix?: 'safe' | 'offered' | 'none';
}
