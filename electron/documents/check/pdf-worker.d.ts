// The worker of pdf.js has no types of its own; it is imported for what it leaves on globalThis.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
