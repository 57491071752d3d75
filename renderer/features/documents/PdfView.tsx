import ChevronLeft from 'lucide-react/icons/arrow-left'
import ChevronRight from 'lucide-react/icons/arrow-right'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ActButton } from '../../acts/ActButton.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { actOnScreen, useRowKeys } from '../../acts/use-acts.ts'
import { usePagedText } from '../../parts/paged-text.ts'
import { usePrinted } from '../../parts/printed.ts'
import { documentText } from '../../text/documents.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import { type Follows, pageOf, pageWith, wordsOn } from './followed.ts'
import { pageActs } from './page-acts.ts'
import { closePdf, drawPage, openPdf, type PdfFile } from './pdf-engine.ts'
import type { WantedPage } from './shown-page.ts'

/** In hundredths of the width of the pane. */
const zoomSteps = [50, 75, 100, 125, 150, 200, 300]

const KEY = 'documents.zoom'

/** How large somebody left the pages of documents stays on this desk. */
function useDeskZoom(): readonly [number, (zoom: number) => void] {
  const [zoom, setZoom] = useState(() => {
    const left = Number(localStorage.getItem(KEY))
    return zoomSteps.includes(left) ? left : 100
  })
  const change = (next: number) => {
    localStorage.setItem(KEY, String(next))
    setZoom(next)
  }
  return [zoom, change]
}

/** Name of the mark, for the styles. */
const FOLLOWED = 'followed-words'

/** `wanted`: the page that somebody asked to see from elsewhere on the screen. */
export function PdfView({
  bytes,
  pages,
  wanted = null,
  follows = null,
  isBesideText = false,
  onShown,
}: {
  bytes: Uint8Array
  pages: number
  wanted?: WantedPage | null
  /** The page goes where this is, each time that it changes. */
  follows?: Follows | null
  /** What it is made of is on the screen too. */
  isBesideText?: boolean
  /** A page of these bytes is on the screen, or why there is none. */
  onShown?: (bytes: Uint8Array) => void
}) {
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useDeskZoom()
  usePrinted({ kind: 'shown', pdf: async () => bytes })
  const shown = Math.min(page, pages)
  const { sheet, box, file, failed, of, drawn } = useDrawn(bytes, shown, zoom, follows?.words ?? '')
  useEffect(() => (of === null ? undefined : onShown?.(of)), [of, onShown])
  const go = (to: number) => {
    setPage(Math.min(pages, Math.max(1, to)))
    if (box.current !== null) box.current.scrollTop = 0
  }
  useEffect(() => {
    if (wanted === null) return
    setPage(wanted.page)
    if (box.current !== null) box.current.scrollTop = 0
  }, [wanted, box])
  useEffect(() => {
    if (file === null || follows === null) return
    let left = false
    pageOf(file, follows).then(
      (found) => (left || found === null ? undefined : setPage(found)),
      // A newer document took its place while this one was read.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [file, follows])
  /** Told once the page that was asked for is drawn. */
  const turned = useRef<((page: Element | null) => void) | null>(null)
  useEffect(() => {
    if (drawn === null) return
    turned.current?.(drawn)
    turned.current = null
  }, [drawn])
  const wishes = useRef(0)
  const turnTo = async (words: string, step: 1 | -1): Promise<Element | null> => {
    wishes.current += 1
    const wish = wishes.current
    const found = file === null ? null : await pageWith(file, words, shown, step).catch(() => null)
    if (found === null || wish !== wishes.current) return null
    return new Promise((resolve) => {
      turned.current?.(null)
      turned.current = resolve
      go(found)
    })
  }
  usePagedText(isBesideText ? null : turnTo)
  useRowKeys(pageActs)
  const onKeyDown = (event: KeyboardEvent) =>
    pressKey(event, Object.values(bindActs(pageActs, { page: shown, pages, go }, null)))
  const larger = zoomSteps.find((step) => step > zoom)
  const smaller = zoomSteps.findLast((step) => step < zoom)
  return (
    <>
      <div className="pane-head">
        <h2 aria-live="polite">
          {documentText.page(shown)} <span className="mute">{documentText.of(pages)}</span>
        </h2>
        <span className="grow" />
        <Button
          small
          look="ghost"
          icon={Minus}
          steps
          label={documentText.zoomOut}
          onPress={() => setZoom(smaller ?? zoom)}
        />
        <Button small look="ghost" onPress={() => setZoom(100)} label={documentText.fitWidth(zoom)}>
          {documentText.zoom(zoom)}
        </Button>
        <Button
          small
          look="ghost"
          icon={Plus}
          steps
          label={documentText.zoomIn}
          onPress={() => setZoom(larger ?? zoom)}
        />
        <Button
          small
          look="ghost"
          icon={ChevronLeft}
          steps
          label={documentText.previous}
          onPress={() => go(shown - 1)}
        />
        <Button
          small
          look="ghost"
          icon={ChevronRight}
          steps
          label={documentText.next}
          onPress={() => go(shown + 1)}
        />
        {actOnScreen('window.print').map((act) => (
          <ActButton key={act.id} act={act} iconOnly small look="ghost" />
        ))}
      </div>
      {failed ? <Banner tone="bad">{documentText.cannotShow}</Banner> : null}
      <section
        ref={box}
        className="pdf"
        aria-label={documentText.pageOf(shown, pages)}
        {...scrolls}
        onKeyDown={onKeyDown}
      >
        <div ref={sheet} className="pdf-sheet" />
      </section>
    </>
  )
}

/** Draws into `sheet`; the former page stays until the next is ready, so that nothing blinks. */
function useDrawn(bytes: Uint8Array, page: number, zoom: number, words: string) {
  const sheet = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLElement>(null)
  const [file, setFile] = useState<PdfFile | null>(null)
  const [failed, setFailed] = useState(false)
  /** The bytes that what is shown was drawn from. */
  const [of, setOf] = useState<Uint8Array | null>(null)
  const opened = useRef(bytes)
  const [drawn, setDrawn] = useState<HTMLDivElement | null>(null)
  const width = useWidth(box)

  useEffect(() => {
    let current: PdfFile | null = null
    let left = false
    openPdf(bytes).then(
      (found) => {
        current = found
        if (left) return void closePdf(found)
        opened.current = bytes
        setFailed(false)
        setFile(found)
      },
      () => {
        if (left) return
        setFailed(true)
        setOf(bytes)
      },
    )
    return () => {
      left = true
      if (current !== null) void closePdf(current)
    }
  }, [bytes])

  useEffect(() => {
    if (file === null || width === 0 || page > file.numPages) return
    let left = false
    drawPage(file, page, Math.max(120, (width * zoom) / 100)).then(
      ({ canvas, text }) => {
        if (left) return
        canvas.setAttribute('role', 'img')
        canvas.setAttribute('aria-label', documentText.pageOf(page, file.numPages))
        sheet.current?.replaceChildren(canvas, text)
        setDrawn(text)
        setOf(opened.current)
      },
      // A newer document took its place while this one was drawn.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [file, page, zoom, width])
  useEffect(() => (drawn === null || words === '' ? undefined : markWords(drawn, words)), [drawn, words])
  return { sheet, box, file, failed, of, drawn }
}

/** Nothing of the page is touched: the browser draws the mark. */
function markWords(page: Element, words: string): (() => void) | undefined {
  const range = wordsOn(page, words)
  if (range === null) return undefined
  CSS.highlights.set(FOLLOWED, new Highlight(range))
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  return () => CSS.highlights.delete(FOLLOWED)
}

/** The inner width of an element in CSS pixels, followed while it changes. */
function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}
