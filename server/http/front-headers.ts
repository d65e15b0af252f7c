/** The policy pages run under; Next stamps the nonce on the scripts it writes. */
const policy = (nonce: string, development: boolean): string =>
  [
    "default-src 'self'",
    // React's development build needs eval; the production build runs without.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'", // the component library positions with style attributes
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Source: OWASP Secure Headers Project; MDN for each. */
const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
} as const;

/** A year, as browsers' preload lists ask; only said over https, where it is heard. */
const HSTS = "max-age=31536000";

export interface HeaderChoice {
  readonly nonce: string;
  readonly development: boolean;
  readonly secure: boolean;
}

/** The headers of every answer. */
export const securityHeaders = ({ nonce, development, secure }: HeaderChoice) => ({
  ...ALWAYS,
  "Content-Security-Policy": policy(nonce, development),
  ...(secure ? { "Strict-Transport-Security": HSTS } : {}),
});
