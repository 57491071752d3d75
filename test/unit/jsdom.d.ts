// The part of jsdom that the tests of web pages use; the package brings no types.
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options?: {
        runScripts?: 'outside-only' | 'dangerously'
        url?: string
        contentType?: 'text/xml'
        beforeParse?: (window: Window) => void
      },
    )
    readonly window: Window &
      Pick<typeof globalThis, 'URL' | 'Event' | 'FileReader' | 'HTMLAnchorElement'> & {
        eval(script: string): unknown
      }
  }
}
