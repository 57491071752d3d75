/** Lets the keyboard reach a region, and so scroll it (WCAG 2.1.1). */
export const scrolls = { tabIndex: 0 } as const
