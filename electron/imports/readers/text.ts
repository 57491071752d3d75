import { AppError } from '../../contract/errors.ts'
import { decodeText } from '../decode.ts'
import { emptyReading, MAX_BLOCKS, type Reading } from './reading.ts'
import { blocksOfLines } from './text-lines.ts'

/** @throws AppError `file-empty`, `file-format-unknown` (not text) */
export function readText(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  const blocks = blocksOfLines(text)
  return { ...emptyReading(), blocks: blocks.slice(0, MAX_BLOCKS), truncated: blocks.length > MAX_BLOCKS }
}
