// Writes plain values as YAML in block style, the way manifests are written by hand.

/** What a manifest consists of. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

/** Plain where no YAML reader can take it for anything but this text, in double quotes otherwise. */
function scalarText(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^[A-Za-z][A-Za-z0-9./-]*$/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function linesOf(value: YamlValue): string[] {
  if (value === null || typeof value !== 'object') return [scalarText(value)];
  if (isList(value)) {
    if (value.length === 0) return ['[]'];
    return value.flatMap((item) => linesOf(item).map((line, position) => (position === 0 ? `- ${line}` : `  ${line}`)));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ['{}'];
  return entries.flatMap(([key, item]) => {
    const lines = linesOf(item);
    const isBlock = item !== null && typeof item === 'object' && Object.keys(item).length > 0;
    return isBlock ? [`${scalarText(key)}:`, ...lines.map((line) => `  ${line}`)] : [`${scalarText(key)}: ${lines[0]}`];
  });
}

/** One document, with a line break at its end. */
export function yamlText(value: YamlValue): string {
  return `${linesOf(value).join('\n')}\n`;
}

/** Several documents as one text. */
export function yamlDocuments(values: readonly YamlValue[]): string {
  return values.map(yamlText).join('---\n');
}
