import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Where one looks at the map: how far it is moved, in pixels of the screen, and how large it is drawn. */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const least = 0.2
const most = 2.5
const margin = 24
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Zooming and moving over a drawing of a given size in a frame on the page: buttons, wheel, drag, two fingers, keys. `start` stands in the middle to begin with, where not all has room. */
export function useView(
  frame: RefObject<HTMLElement | null>,
  drawing: { readonly width: number; readonly height: number },
  start: Box | null,
) {
  const [view, setView] = useState<View>({ x: margin, y: margin, scale: 1 })
  const size = useRef(drawing)
  size.current = drawing
  const begin = useRef(start)
  begin.current = start
  const hasMoved = useRef(false)

  /** Never so far that the drawing cannot be seen. */
  const kept = useCallback(
    (next: View): View => {
      const box = frame.current?.getBoundingClientRect()
      if (!box) return next
      const [width, height] = [size.current.width * next.scale, size.current.height * next.scale]
      const limit = (at: number, length: number, room: number) =>
        length + 2 * margin <= room ? within(at, margin, room - length - margin) : within(at, room - length - margin, margin)
      return { ...next, x: limit(next.x, width, box.width), y: limit(next.y, height, box.height) }
    },
    [frame],
  )

  const change = useCallback((by: (view: View) => View) => setView((view) => kept(by(view))), [kept])

  /** Zooms with a point of the frame staying where it is; the middle without one. */
  const zoom = useCallback(
    (factor: number, at?: { readonly x: number; readonly y: number }) => {
      hasMoved.current = true
      const box = frame.current?.getBoundingClientRect()
      const point = at ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 }
      change((view) => {
        const scale = within(view.scale * factor, least, most)
        const by = scale / view.scale
        return { scale, x: point.x - (point.x - view.x) * by, y: point.y - (point.y - view.y) * by }
      })
    },
    [change, frame],
  )

  const pan = useCallback(
    (dx: number, dy: number) => {
      hasMoved.current = true
      change((view) => ({ ...view, x: view.x + dx, y: view.y + dy }))
    },
    [change],
  )

  /** The whole width in sight, never so small that it cannot be read; from the top where it is taller than the frame. */
  const fitAll = useCallback(() => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    hasMoved.current = false
    const { width, height } = size.current
    const whole = Math.min((box.width - 2 * margin) / width, (box.height - 2 * margin) / height)
    const scale = within(whole, 0.82, 1)
    // Where not all has room it begins at the beginning, with the margin.
    const from = (length: number, room: number) => (length * scale + 2 * margin <= room ? [0, length] : [-margin / scale, room / scale])
    const [[x = 0, wide = 0], [y = 0, high = 0]] = [from(width, box.width), from(height, box.height)]
    const middle = begin.current ?? { x, y, width: wide, height: high }
    setView(
      kept({
        scale,
        x: box.width / 2 - (middle.x + middle.width / 2) * scale,
        y: box.height / 2 - (middle.y + middle.height / 2) * scale,
      }),
    )
  }, [frame, kept])

  /** Moves as little as is needed for a part of the drawing to be in sight. */
  const show = useCallback(
    (part: Box) => {
      const box = frame.current?.getBoundingClientRect()
      if (!box) return
      change((view) => {
        const near = (at: number, start: number, length: number, room: number) => {
          const [low, high] = [at + start * view.scale, at + (start + length) * view.scale]
          return low < margin ? at + margin - low : high > room - margin ? at + room - margin - high : at
        }
        return { ...view, x: near(view.x, part.x, part.width, box.width), y: near(view.y, part.y, part.height, box.height) }
      })
    },
    [change, frame],
  )

  // React listens to the wheel passively; to zoom instead of scrolling the page it has to be taken directly.
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      const box = element.getBoundingClientRect()
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        zoom(Math.exp(-event.deltaY * 0.0022), { x: event.clientX - box.left, y: event.clientY - box.top })
        return
      }
      const [dx, dy] = event.shiftKey && !event.deltaX ? [-event.deltaY, 0] : [-event.deltaX, -event.deltaY]
      setView((view) => {
        const next = kept({ ...view, x: view.x + dx, y: view.y + dy })
        if (next.x === view.x && next.y === view.y) return view
        hasMoved.current = true
        event.preventDefault()
        return next
      })
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [frame, kept, zoom])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => (hasMoved.current ? change((view) => view) : fitAll()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, change, fitAll])

  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const dragged = useRef(0)
  const drag = {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      dragged.current = 0
    },
    onPointerMove: (event: React.PointerEvent) => {
      const before = pointers.current.get(event.pointerId)
      if (!before) return
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      const now = { x: event.clientX, y: event.clientY }
      pointers.current.set(event.pointerId, now)
      dragged.current += Math.hypot(now.x - before.x, now.y - before.y)
      if (dragged.current > 4 && !event.currentTarget.hasPointerCapture(event.pointerId))
        event.currentTarget.setPointerCapture(event.pointerId)
      if (other) {
        const box = event.currentTarget.getBoundingClientRect()
        const spread = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y)
        if (spread(before) > 0)
          zoom(spread(now) / spread(before), { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top })
      } else if (dragged.current > 4) pan(now.x - before.x, now.y - before.y)
    },
    onPointerUp: (event: React.PointerEvent) => pointers.current.delete(event.pointerId),
    onPointerCancel: (event: React.PointerEvent) => pointers.current.delete(event.pointerId),
  }
  /** Whether the press that just ended moved the map, and so was no press on what lay under it. */
  const wasDragged = () => dragged.current > 4

  return { view, zoom, pan, fitAll, show, drag, wasDragged }
}
