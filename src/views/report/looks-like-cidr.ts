// Catches slips in addresses and ranges before the engine is asked; the engine decides what they mean.

function isV4(text: string): boolean {
  return /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
}

function isV6(text: string): boolean {
  return /^[0-9a-f:.]+$/i.test(text) && text.includes(':');
}

/** `203.0.113.10`, `2001:db8::10`. */
export function looksLikeAddress(text: string): boolean {
  return isV4(text) || isV6(text);
}

/** `10.244.0.0/16`, `fd00:10:244::/56`. */
export function looksLikeCidr(text: string): boolean {
  const [address = '', length = ''] = text.split('/');
  return /^\d{1,3}$/.test(length) && Number(length) <= (isV4(address) ? 32 : 128) && looksLikeAddress(address);
}
