// The room of rows that are not drawn, above or below those that are.

export function RowSpace({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it holds nothing, so it is no row to anybody
  return <tr role="presentation" style={{ height }} />;
}
