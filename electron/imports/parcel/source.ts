// The files of a parcel that came from outside, by path; nothing of it is trusted, and nothing is held whole.

export type Source = {
  /** Sizes by path, of everything that lies there; paths are not checked yet. */
  readonly sizes: ReadonlyMap<string, number>
  /**
   * The bytes of one file, at most as many as `sizes` says.
   * @throws AppError `file-damaged` when they cannot be had
   */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
