// Modules that the build makes (`.ci/report-page.ts`).

declare module 'virtual:report-page' {
  /** The page of saved reports; undefined in a report itself. */
  export const reportPage: string | undefined;
}
