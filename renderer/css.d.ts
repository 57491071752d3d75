// Style sheets are imported for their effect; the bundler makes them files.
declare module '*.css'

// What the bundler takes in as text, and what it gives an address of its own.
declare module '*.md?raw' {
  const text: string
  export = text
}
declare module '*.png?url' {
  const address: string
  export = address
}
