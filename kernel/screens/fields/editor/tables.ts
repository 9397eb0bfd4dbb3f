import { type Editor, Extension, type JSONContent, type MarkdownToken, mergeAttributes, Node } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables'

declare module '@tiptap/core' {
  interface NodeConfig {
    tableRole?: string
  }
}

const spans = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null, rendered: false } }

interface TableToken extends MarkdownToken {
  readonly header?: readonly { readonly tokens: MarkdownToken[] }[]
  readonly rows?: readonly (readonly { readonly tokens: MarkdownToken[] }[])[]
}

const Cell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  tableRole: 'cell',
  isolating: true,
  addAttributes: () => spans,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', mergeAttributes(HTMLAttributes), 0],
})

const Header = Node.create({
  name: 'tableHeader',
  content: 'paragraph',
  tableRole: 'header_cell',
  isolating: true,
  addAttributes: () => spans,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', mergeAttributes(HTMLAttributes), 0],
})

const Row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
})

const inOneCell = (text: string) => text.replaceAll('\n', ' ').replaceAll('|', '\\|').trim()

/** A plain table with one row of headings, as Markdown can write it. */
const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const step = (direction: 1 | -1) => () => run(goToNextCell(direction))(this.editor)
    return {
      Tab: () => step(1)() || (isInTable(this.editor.state) && run(addRowAfter)(this.editor) && step(1)()),
      'Shift-Tab': step(-1),
    }
  },
  markdownTokenName: 'table',
  parseMarkdown: (token: TableToken, helpers) => {
    const cells = (row: readonly { readonly tokens: MarkdownToken[] }[], type: string): JSONContent =>
      helpers.createNode(
        'tableRow',
        {},
        row.map((cell) => helpers.createNode(type, {}, [helpers.createNode('paragraph', {}, helpers.parseInline(cell.tokens))])),
      )
    return helpers.createNode('table', {}, [
      cells(token.header ?? [], 'tableHeader'),
      ...(token.rows ?? []).map((row) => cells(row, 'tableCell')),
    ])
  },
  renderMarkdown: (node, helpers) => {
    const rows = (node.content ?? []).map((row) => (row.content ?? []).map((cell) => inOneCell(helpers.renderChildren(cell.content ?? []))))
    const width = Math.max(1, ...rows.map((row) => row.length))
    const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`
    const [head = [], ...body] = rows
    return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
  },
})

interface Held {
  readonly state: Parameters<Command>[0]
  readonly view: { readonly dispatch: NonNullable<Parameters<Command>[1]> }
}
const run = (command: Command) => (editor: Held) => command(editor.state, editor.view.dispatch)

/** What one can do to the table the cursor stands in. */
export const tableCommands = {
  addRow: run(addRowAfter),
  addColumn: run(addColumnAfter),
  removeRow: run(deleteRow),
  removeColumn: run(deleteColumn),
  removeTable: run(deleteTable),
}

function newTable(): JSONContent {
  const row = (type: string) => ({
    type: 'tableRow',
    content: Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] })),
  })
  return { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] }
}

/** Puts a table of three columns and two rows under their headings where the cursor stands, and the cursor in its first cell. */
export function insertTable(editor: Editor): void {
  const from = editor.state.selection.from
  editor
    .chain()
    .focus()
    .insertContent(newTable())
    .command(({ tr }) => {
      let cell: number | null = null
      tr.doc.nodesBetween(Math.max(0, from - 1), tr.doc.content.size, (node, position) => {
        if (cell === null && node.type.name === 'tableHeader') cell = position + 2
        return cell === null
      })
      if (cell !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(cell)))
      return true
    })
    .run()
}

/** Tables in running text. */
export const Tables = Extension.create({
  name: 'tables',
  addExtensions: () => [Table, Row, Cell, Header],
  extendNodeSchema: (extension) => (extension.config.tableRole ? { tableRole: extension.config.tableRole } : {}),
})
