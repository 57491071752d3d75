// How much room the short-lived values of the core and of a job get before they are collected.

/**
 * A flag of V8 (megabytes of one half space; its default grows to 16 and more). Files and rows that are garbage as soon as they
 * are read or stored fill whatever there is: on a delivery of 10,000 texts the core had up to 317 MB by default and the job up
 * to 333, with this flag 245 and 211, in the same time. Given when a process starts: V8 warns against setting it later.
 */
export const YOUNG_GENERATION = '--max-semi-space-size=8'
