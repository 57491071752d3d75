/** Hash of the one style that React Aria writes into the page; computed at build from its source (vite.electron.config.ts). */
declare const PRESS_STYLE_HASH: string

const directives: readonly string[] = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' '${PRESS_STYLE_HASH}'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
]

/** Value of the Content-Security-Policy header: nothing but our own files, no inline script or style, trusted types. */
export const contentSecurityPolicy = directives.join('; ')
