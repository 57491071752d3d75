// Style sheets are imported for their effect; the bundler makes them files.
declare module '*.css'
