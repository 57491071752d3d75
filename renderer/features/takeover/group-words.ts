// Group words: how a file of the list is called without its folders.

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
