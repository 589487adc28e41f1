// The spelling that a YAML key gets as a JSON key, after sigs.k8s.io/yaml.
import type { ResolvedScalar } from './resolve-scalar.ts';

const INT64_LIMIT = 1n << 63n;

/** The key's spelling, or undefined where kubectl refuses the key: null, and integers beyond int64. */
export function keyText(key: ResolvedScalar): string | undefined {
  switch (key.type) {
    case 'string':
      return key.value;
    case 'bool':
      return key.value ? 'true' : 'false';
    case 'int':
      return String(key.value);
    case 'uint':
      return key.value < INT64_LIMIT ? String(key.value) : undefined;
    case 'float':
      return floatKeyText(key.value);
    case 'null':
      return undefined;
  }
}

/** Go's `%g` of the number as float32: the shortest digits that identify it, in exponent form below 1e-4 and from 1e6. */
function floatKeyText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let precision = 1;
  while (precision < 9 && Math.fround(Number(single.toPrecision(precision))) !== single) precision++;
  const [mantissa = '0', exponent = '0'] = single.toExponential(precision - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
  const sign = power < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
