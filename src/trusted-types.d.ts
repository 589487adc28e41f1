// Trusted Types, as far as the page uses them; TypeScript's own DOM library does not know them yet.

interface TrustedTypePolicy {
  /** A TrustedScriptURL, which sinks of script addresses take like a URL. */
  createScriptURL(input: string): URL;
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(input: string): string }): TrustedTypePolicy;
}

/** Undefined in browsers without Trusted Types, and in Node. */
declare var trustedTypes: TrustedTypePolicyFactory | undefined;
