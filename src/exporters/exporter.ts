// What an exporter is: it turns a result into text. One exporter, one file, one line in all-exporters.ts.

export interface Exporter<Report> {
  /** As `--format` names it. */
  readonly format: string;
  /** Ends with a line break; the same report gives the same text. Names from manifests cannot act in the sink. */
  export(report: Report): string;
}
