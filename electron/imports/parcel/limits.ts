// Limits of a parcel from outside. Not those of archive.ts: a profile of ten years with its attachments is larger than
// any Word file, and is never in memory; what bounds it is what it says of itself, and the room on the disk.

/** Files of one parcel: what a zip without its 64-bit extension can hold. */
export const MAX_ENTRIES = 0xffff
/** A manifest of so many files, with long names. */
export const MAX_MANIFEST_BYTES = 64 * 1024 * 1024
/** Beyond this many bytes a zip must not unfold to more than `MAX_RATIO` times its own size. */
export const RATIO_FLOOR = 256 * 1024 * 1024
export const MAX_RATIO = 200
