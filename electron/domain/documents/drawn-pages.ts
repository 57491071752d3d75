// What is seen on the pages of a file, before anything is understood of it.

/** A run of words in one font. Points from the bottom left corner; `height` is the size of the font. */
export type Piece = {
  text: string
  x: number
  y: number
  width: number
  height: number
  /** Name of the marked content that it stands in, as the structure tree has it; null outside. */
  contentId: string | null
  /** Declared to be no content: a running head, a page number. */
  isArtifact: boolean
  /** A blank was drawn before it. */
  isBehindBlank: boolean
  /** Its letters are bold, as the name of their font says. */
  isStrong?: boolean
}

/** A level line has one `y` (`y0` = `y1`), an upright one one `x`; points from the bottom left corner, x0 ≤ x1, y0 ≤ y1. */
export type Ruling = { x0: number; y0: number; x1: number; y1: number }

/** An element of the structure tree; a leaf is the name of a piece of marked content. */
export type StructureNode = { role: string; children: (StructureNode | string)[] }

export type Page = {
  width: number
  height: number
  pieces: Piece[]
  rulings: Ruling[]
  /** Null when the page is not tagged. */
  structure: StructureNode | null
}

/** The pages that were read, and of how many. */
export type ReadPages = { readonly pages: readonly Page[]; readonly pageCount: number }
