// Catches slips in an address range before the engine is asked; the engine decides what it means.

/** `10.244.0.0/16`, `fd00:10:244::/56`. */
export function looksLikeCidr(text: string): boolean {
  const [address = '', length = ''] = text.split('/');
  const isV4 = /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255);
  const isV6 = /^[0-9a-f:.]+$/i.test(address) && address.includes(':');
  return /^\d{1,3}$/.test(length) && Number(length) <= (isV4 ? 32 : 128) && (isV4 || isV6);
}
