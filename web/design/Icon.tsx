/** The marks of the face, drawn on a 20 × 20 grid with a 1.5 line, in the colour of the text beside them. */
const paths = {
  position: 'M3 16.5h14M5 13V9.5M10 13V4.5M15 13V7',
  work: 'M4 5.5l1.5 1.5L8 4M4 13.5l1.5 1.5L8 12M11 6h5.5M11 14h5.5',
  information: 'M4 4.5h12v11H4zM4 8h12M8 8v7.5',
  risk: 'M10 3.5l7 12.5H3zM10 8.5v3.5M10 14v.1',
  action: 'M4 10.5l4 4 8-9',
  incident: 'M10 3v5M10 17v-5M3 10h5M17 10h-5M5.5 5.5L8 8M14.5 14.5L12 12M14.5 5.5L12 8M5.5 14.5L8 12',
  training: 'M2.5 8L10 4.5 17.5 8 10 11.5zM5.5 9.5v4c2.5 2 6.5 2 9 0v-4',
  document: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 9.5h5M7.5 12.5h5',
  requirement: 'M8 3.5H4.5v13H8M12 3.5h3.5v13H12M8 10h4',
  supplier: 'M6.5 6.5h-2a3.5 3.5 0 000 7h2M13.5 6.5h2a3.5 3.5 0 010 7h-2M7 10h6',
  preparedness: 'M10 2.5l6 2v5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8v-5z',
  assurance: 'M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM13 13l4 4',
  report: 'M4 3.5h12v13H4zM7 13v-3M10 13V7M13 13v-4.5',
  organisation: 'M10 3v4M4.5 16.5v-4h11v4M10 7v5.5M8 3h4v4H8z',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  search: 'M8.75 3.5a5.25 5.25 0 100 10.5 5.25 5.25 0 000-10.5zM12.7 12.7L17 17',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  arrowRight: 'M3.5 10h13M11.5 5l5 5-5 5',
  sort: 'M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  edit: 'M3.5 16.5l.8-3.6L13.5 3.7l2.8 2.8-9.2 9.2zM11.5 5.7l2.8 2.8',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11h8.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3.5 16.5h13',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4.2l3 1.8',
  history: 'M3.2 9A7 7 0 113 11.5M3 4.5V9h4.5M10 6.5v4l2.5 1.5',
  person: 'M10 3.5a3 3 0 100 6 3 3 0 000-6zM3.5 17c.6-3.5 3-5 6.5-5s5.9 1.5 6.5 5',
  language: 'M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c-2.4 2-3.4 4.3-3.4 7s1 5 3.4 7c2.4-2 3.4-4.3 3.4-7s-1-5-3.4-7z',
  theme: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 3v14M10 6.5h5.8M10 10h7M10 13.5h5.8',
  link: 'M8.5 11.5l3-3M9.5 6.2l1.7-1.7a3 3 0 014.3 4.3l-1.7 1.7M10.5 13.8l-1.7 1.7a3 3 0 01-4.3-4.3l1.7-1.7',
  attachment: 'M14.5 9l-5.3 5.3a3 3 0 01-4.3-4.3L11 4a2 2 0 012.9 2.9l-5.9 5.9a1 1 0 01-1.4-1.4L11.5 6.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 016 0V9',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9.2v4.3M10 6.5v.1',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.5M10 14v.1',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.2 4v12',
  panel: 'M3.5 4h13v12h-13zM12 4v12',
  external: 'M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15.5 4.5L9.5 10.5',
  signOut: 'M8 3.5H4v13h4M8 10h9M13.5 6.5L17 10l-3.5 3.5',
  save: 'M4 4h9.5L16 6.5V16H4zM7 4v4h5V4M7 16v-4.5h6V16',
  bell: 'M5.5 13.5V9a4.5 4.5 0 019 0v4.5l1.5 1.5H4zM8.5 17h3',
  help: 'M10 3a7 7 0 100 14 7 7 0 000-14zM8 8.2c0-2.6 4.2-2.6 4.2 0 0 1.6-2.2 1.7-2.2 3.3M10 13.7v.1',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  readonly name: IconName
  /** In pixels at 16 px text; grows with the text. */
  readonly size?: number
  readonly className?: string
}

/** A small mark beside a word; it never stands in for the word to a screen reader. */
export const Icon = ({ name, size = 20, className }: IconProps) => (
  <svg
    className={className}
    viewBox="0 0 20 20"
    style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.4 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
)
