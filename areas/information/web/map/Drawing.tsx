import { useMemo, useRef } from 'react'
import { Button } from '#web/design/Button.tsx'
import { colourStep } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { highestRung, rungs } from '../../../scales/needs.ts'
import { useLevelWords } from '../Level.tsx'
import { curve, nodeHeight, nodeWidth, type PlacedMap, type PlacedNode, reached, stepFrom } from './layout.ts'
import { NodePanel } from './NodePanel.tsx'
import { useView } from './useView.ts'
import { layerNames, layerOne, words } from './words.ts'

interface DrawingProps {
  readonly map: PlacedMap
  readonly chosen: string | null
  readonly focused: string | null
  readonly onChoose: (id: string | null) => void
  readonly onCenter: (register: string, id: string) => void
}

const headRoom = 36
const boxOf = (one: PlacedNode) => ({ x: one.x, y: one.y + headRoom, width: nodeWidth, height: nodeHeight })

/** The map itself: boxes in columns and the lines between them, to be moved, zoomed and walked by keyboard. */
export function Drawing({ map, chosen, focused, onChoose, onCenter }: DrawingProps) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const start = map.nodes.find(({ node }) => node.id === focused)
  const size = { width: map.width, height: map.height + headRoom }
  const { view, zoom, pan, fitAll, show, drag, wasDragged } = useView(frame, size, start ? boxOf(start) : null)
  const selected = map.nodes.find(({ node }) => node.id === chosen) ?? null
  const [up, down] = useMemo(
    () => (chosen ? [reached(map, chosen, 'up'), reached(map, chosen, 'down')] : [new Set<string>(), new Set<string>()]),
    [map, chosen],
  )
  const isLit = (id: string) => chosen === null || selected === null || id === chosen || up.has(id) || down.has(id)
  const entry = selected ?? map.nodes[0]

  const goTo = (one: PlacedNode | undefined) => {
    if (!one) return
    show(boxOf(one))
    frame.current?.querySelector<SVGGElement>(`[data-node="${one.node.id}"]`)?.focus({ preventScroll: true })
  }

  const onKey = (event: React.KeyboardEvent) => {
    const step = 80
    const at = (document.activeElement as Element | null)?.getAttribute('data-node') ?? null
    const arrows = { ArrowUp: [0, step], ArrowDown: [0, -step], ArrowLeft: [step, 0], ArrowRight: [-step, 0] } as const
    if (event.key in arrows && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const key = event.key as keyof typeof arrows
      event.preventDefault()
      if (event.shiftKey) pan(arrows[key][0], arrows[key][1])
      else goTo(at ? stepFrom(map, at, key) : entry)
    } else if (event.key === '+' || event.key === '=') zoom(1.25)
    else if (event.key === '-') zoom(0.8)
    else if (event.key === '0') fitAll()
    else if (event.key === 'Escape' && chosen) onChoose(null)
    else if ((event.key === 'Enter' || event.key === ' ') && at) {
      event.preventDefault()
      onChoose(at)
    }
  }

  return (
    <div className="i-map" data-panel={selected ? '' : undefined}>
      <div className="i-map-view">
        <div className="i-map-stage">
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing that takes keys of its own is no fieldset */}
          <div className="i-map-frame" ref={frame} role="group" aria-label={say(words.map)} onKeyDown={onKey} {...drag}>
            <svg width="100%" height="100%" role="presentation">
              <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
                {map.columns.map((column) =>
                  column.isFirst ? (
                    <text key={column.x} x={column.x} y={16} className="i-map-column">
                      {say(layerNames[column.layer])}
                    </text>
                  ) : null,
                )}
                <g transform={`translate(0 ${headRoom})`}>
                  <g>
                    {map.edges.map(({ from, to }) => (
                      <path
                        key={`${from.node.id} ${to.node.id}`}
                        d={curve(from, to)}
                        className="i-map-edge"
                        data-lit={(selected && isLit(from.node.id) && isLit(to.node.id)) || undefined}
                        data-dim={(selected && !(isLit(from.node.id) && isLit(to.node.id))) || undefined}
                      />
                    ))}
                  </g>
                  {map.nodes.map((one) => (
                    <Box
                      key={one.node.id}
                      one={one}
                      isChosen={one.node.id === chosen}
                      isDim={!isLit(one.node.id)}
                      isEntry={one === entry}
                      onPress={() => (wasDragged() ? undefined : onChoose(one.node.id))}
                    />
                  ))}
                </g>
              </g>
            </svg>
          </div>
          <div className="i-map-zoom">
            <Button size="small" icon="plus" aria-label={say(words.zoomIn)} onPress={() => zoom(1.25)} />
            <Button size="small" aria-label={say(words.zoomOut)} onPress={() => zoom(0.8)}>
              <span aria-hidden="true">−</span>
            </Button>
            <Button size="small" onPress={fitAll}>
              {say(words.fit)}
            </Button>
          </div>
        </div>
        <p className="i-map-keys">{say(words.keys)}</p>
      </div>
      {selected && (
        <NodePanel
          map={map}
          one={selected}
          isFocus={selected.node.id === focused}
          onChoose={(id) => {
            onChoose(id)
            const next = map.nodes.find(({ node }) => node.id === id)
            if (next) show(boxOf(next))
          }}
          onCenter={onCenter}
          onClose={() => {
            onChoose(null)
            goTo(selected)
          }}
        />
      )}
    </div>
  )
}

interface BoxProps {
  readonly one: PlacedNode
  readonly isChosen: boolean
  readonly isDim: boolean
  readonly isEntry: boolean
  readonly onPress: () => void
}

/** How many letters of a name fitAll on a line of a box. */
const room = 27

/** A name on at most two lines. */
function lines(label: string): readonly string[] {
  const words = label.split(' ')
  const first: string[] = []
  while (words.length && [...first, words[0]].join(' ').length <= room) first.push(words.shift() ?? '')
  if (!first.length) return [`${label.slice(0, room - 1)}…`]
  const rest = words.join(' ')
  return rest ? [first.join(' '), rest.length > room ? `${rest.slice(0, room - 1)}…` : rest] : [first.join(' ')]
}

function Box({ one, isChosen, isDim, isEntry, onPress }: BoxProps) {
  const say = useSay()
  const levelWords = useLevelWords()
  const { node, layer } = one
  const set = Object.values(node.set ?? {}).some((value) => value !== null && value !== undefined)
  const [first = '', second] = lines(node.label)
  const level = node.level
  const levelText = [
    level === null ? say({ sv: 'Inte klassad', en: 'Not classified' }) : `${level} ${rungs[level] ? say(rungs[level]) : ''}`,
    ...(set ? [say(words.byHand)] : []),
  ].join(', ')
  const shown = [first, second].filter(Boolean).join(' ')
  const spoken = `${shown} ${levelText}, ${say(layerOne[layer]).toLowerCase()}${shown === node.label ? '' : `, ${node.label}`}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
    <g
      role="button"
      tabIndex={isEntry ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={spoken}
      data-node={node.id}
      className="i-map-node"
      data-chosen={isChosen || undefined}
      data-dim={isDim || undefined}
      data-step={level === null ? undefined : colourStep(level, 0, highestRung, 'protection')}
      transform={`translate(${one.x} ${one.y})`}
      onClick={onPress}
    >
      <title>{`${node.label}: ${levelWords(level)}`}</title>
      <rect width={nodeWidth} height={nodeHeight} rx={4} className="i-map-box" />
      <rect width={8} height={nodeHeight} rx={2} className="i-map-mark" />
      <text className="i-map-name">
        <tspan x={18} y={second ? 21 : 30}>
          {`${first} `}
        </tspan>
        {second && (
          <tspan x={18} y={39}>
            {`${second} `}
          </tspan>
        )}
        <tspan x={18} y={second ? 60 : 53} className="i-map-level">
          {levelText}
        </tspan>
      </text>
    </g>
  )
}
