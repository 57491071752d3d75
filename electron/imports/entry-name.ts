// A zip that does not say UTF-8 was made with the letters of its system: those of French Windows are code page 850.
import { crc32 } from 'node:zlib'

/** General purpose bit 11: name and comment are UTF-8. */
const UTF8_FLAG = 1 << 11
/** Info-ZIP's extra field: the name in UTF-8 beside the one of the system, whose checksum it repeats. */
const UNICODE_PATH = 0x7075

/** The upper half of code page 850; of code page 437 it has every letter of French in the same place. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const strict = new TextDecoder('utf-8', { fatal: true })

export function entryName(bytes: Uint8Array, flags: number, extra: Uint8Array): string {
  const told = unicodePath(bytes, extra)
  if (told !== null) return told
  if ((flags & UTF8_FLAG) !== 0) return new TextDecoder().decode(bytes)
  try {
    // Many tools write UTF-8 and do not say so; words of code page 850 are no UTF-8 but by rare chance.
    return strict.decode(bytes)
  } catch {
    return [...bytes]
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? '')))
      .join('')
  }
}

function unicodePath(bytes: Uint8Array, extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true)
    const end = at + 4 + size
    if (end > extra.length) return null
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5) {
      // The name was changed by a tool that does not know the field: then it speaks of another.
      if (extra[at + 4] !== 1 || view.getUint32(at + 5, true) !== crc32(bytes)) return null
      return new TextDecoder().decode(extra.subarray(at + 9, end))
    }
    at = end
  }
  return null
}
