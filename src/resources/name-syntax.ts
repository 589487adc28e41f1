// The syntax of names, label keys and values, and ports, in the API server's own words (apimachinery, util/validation).

const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const DNS_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_SUBDOMAIN = `${DNS_LABEL}(\\.${DNS_LABEL})*`;
const LABEL_VALUE = `(${QUALIFIED})?`;

const qualified = new RegExp(`^${QUALIFIED}$`);
const dnsLabel = new RegExp(`^${DNS_LABEL}$`);

function withRegex(words: string, regex: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${words} (e.g. ${shown}regex used for validation is '${regex}')`;
}

const QUALIFIED_NAME = withRegex(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  QUALIFIED,
  'MyName',
  'my.name',
  '123-abc',
);

function tooLong(limit: number): string {
  return `must be no more than ${limit} characters`;
}

/** What is wrong with a DNS-1123 subdomain (names of most objects): up to 253 characters. */
export function subdomainErrors(text: string): readonly string[] {
  const errors: string[] = [];
  if (text.length > 253) errors.push(tooLong(253));
  // Label by label: one expression for the whole would backtrack over long names.
  if (!text.split('.').every((part) => dnsLabel.test(part))) {
    const words =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
    errors.push(withRegex(words, DNS_SUBDOMAIN, 'example.com'));
  }
  return errors;
}

/** What is wrong with a DNS-1123 label (names of namespaces): up to 63 characters. */
export function dnsLabelErrors(text: string): readonly string[] {
  const errors: string[] = [];
  if (text.length > 63) errors.push(tooLong(63));
  if (!dnsLabel.test(text)) {
    const words =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
    errors.push(withRegex(words, DNS_LABEL, 'my-name', '123-abc'));
  }
  return errors;
}

/** What is wrong with a label key: `[prefix/]name`, the prefix a DNS subdomain, the name up to 63 characters. */
export function labelKeyErrors(key: string): readonly string[] {
  const parts = key.split('/');
  const errors: string[] = [];
  if (parts.length > 2) {
    return [
      `a qualified name ${QUALIFIED_NAME} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  if (parts.length === 2) {
    const prefix = parts[0] ?? '';
    if (prefix === '') errors.push('prefix part must be non-empty');
    else errors.push(...subdomainErrors(prefix).map((error) => `prefix part ${error}`));
  }
  const name = parts.at(-1) ?? '';
  if (name === '') errors.push('name part must be non-empty');
  else if (name.length > 63) errors.push(`name part ${tooLong(63)}`);
  if (!qualified.test(name)) errors.push(`name part ${QUALIFIED_NAME}`);
  return errors;
}

/** What is wrong with a label value: empty, or up to 63 characters. */
export function labelValueErrors(value: string): readonly string[] {
  const errors: string[] = [];
  if (value.length > 63) errors.push(tooLong(63));
  if (value !== '' && !qualified.test(value)) {
    const words =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
    errors.push(withRegex(words, LABEL_VALUE, 'MyValue', 'my_value', '12345'));
  }
  return errors;
}

export function portNumberErrors(port: number): readonly string[] {
  return port >= 1 && port <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];
}

/** What is wrong with the name of a container port, which is also what a policy's named port must look like. */
export function portNameErrors(name: string): readonly string[] {
  const errors: string[] = [];
  if (name.length > 15) errors.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(name)) {
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(name)) errors.push('must contain at least one letter (a-z)');
  if (name.includes('--')) errors.push('must not contain consecutive hyphens');
  if (name.startsWith('-') || name.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
}
