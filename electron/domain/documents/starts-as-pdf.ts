/** Whether bytes are those of a PDF, whatever the file is called: the sign may come after a few others (ISO 32000-1, annex H). */
export function startsAsPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}
