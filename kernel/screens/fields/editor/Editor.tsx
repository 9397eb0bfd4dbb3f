import { Markdown } from '@tiptap/markdown'
import { EditorContent, type Editor as TiptapEditor, useEditor, useEditorState } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect, useRef, useState } from 'react'
import { Group } from 'react-aria-components/Group'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { Text } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { isSafeAddress } from '../plain.ts'
import '../../screens.css'
import type { RichInputProps } from '../RichInput.tsx'
import { insertTable, Tables, tableCommands } from './tables.ts'

const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    codeBlock: false,
    code: false,
    strike: false,
    underline: false,
    link: { openOnClick: false, autolink: true, protocols: ['http', 'https', 'mailto'], isAllowedUri: (url) => isSafeAddress(url) },
  }),
  Tables,
  Markdown,
]

interface Tool {
  readonly key: string
  readonly label: Text
  readonly isOn: (editor: TiptapEditor) => boolean
  readonly press: (editor: TiptapEditor) => void
}

const tools: readonly Tool[] = [
  {
    key: 'heading',
    label: { sv: 'Rubrik', en: 'Heading' },
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    press: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    key: 'bold',
    label: { sv: 'Fet', en: 'Bold' },
    isOn: (editor) => editor.isActive('bold'),
    press: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    key: 'italic',
    label: { sv: 'Kursiv', en: 'Italic' },
    isOn: (editor) => editor.isActive('italic'),
    press: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    key: 'bullets',
    label: { sv: 'Punktlista', en: 'Bullets' },
    isOn: (editor) => editor.isActive('bulletList'),
    press: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'numbers',
    label: { sv: 'Numrerad lista', en: 'Numbering' },
    isOn: (editor) => editor.isActive('orderedList'),
    press: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
]

const tableTools: readonly { key: keyof typeof tableCommands; label: Text }[] = [
  { key: 'addRow', label: { sv: 'Lägg till rad', en: 'Add row' } },
  { key: 'addColumn', label: { sv: 'Lägg till kolumn', en: 'Add column' } },
  { key: 'removeRow', label: { sv: 'Ta bort raden', en: 'Remove row' } },
  { key: 'removeColumn', label: { sv: 'Ta bort kolumnen', en: 'Remove column' } },
  { key: 'removeTable', label: { sv: 'Ta bort tabellen', en: 'Remove table' } },
]

/** One line under the toolbar where the address of a link is written. */
function LinkRow({ editor, close }: { editor: TiptapEditor; close: () => void }) {
  const say = useSay()
  const [href, setHref] = useState<string>(() => String(editor.getAttributes('link').href ?? ''))
  const address = /^[\w.-]+\.[a-zåäö]{2,}(\/|$)/i.test(href.trim()) ? `https://${href.trim()}` : href.trim()
  const usable = address !== '' && isSafeAddress(address)
  const label = say({ sv: 'Länkens adress', en: 'Address of the link' })
  const apply = () => {
    if (!usable) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run()
    else chain.setLink({ href: address }).run()
    close()
  }
  return (
    <div className="v-editor-row">
      <input
        className="v-input"
        aria-label={label}
        placeholder="https://"
        value={href}
        // biome-ignore lint/a11y/noAutofocus: the row opens because the person asked for it
        autoFocus
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            apply()
          }
          if (event.key === 'Escape') {
            event.stopPropagation()
            close()
            editor.commands.focus()
          }
        }}
      />
      <Button variant="secondary" onPress={apply} isDisabled={!usable}>
        {say({ sv: 'Lägg in länken', en: 'Insert the link' })}
      </Button>
      {editor.isActive('link') && (
        <Button
          variant="quiet"
          onPress={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            close()
          }}
        >
          {say({ sv: 'Ta bort länken', en: 'Remove the link' })}
        </Button>
      )}
    </div>
  )
}

function Tools({ editor, labelledBy }: { editor: TiptapEditor; labelledBy: string }) {
  const say = useSay()
  const [linking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: held }) => ({
      tools: Object.fromEntries(tools.map((tool) => [tool.key, tool.isOn(held)])),
      link: held.isActive('link'),
      table: held.isActive('table'),
    }),
  })
  return (
    <>
      <Toolbar aria-label={say({ sv: 'Textens utformning', en: 'Formatting' })} className="v-editor-tools">
        <Group aria-labelledby={labelledBy}>
          {tools.map((tool) => (
            <ToggleButton
              key={tool.key}
              className="v-editor-tool"
              isSelected={on.tools[tool.key] ?? false}
              onChange={() => tool.press(editor)}
            >
              {say(tool.label)}
            </ToggleButton>
          ))}
          <ToggleButton className="v-editor-tool" isSelected={on.link || linking} onChange={() => setLinking((open) => !open)}>
            {say({ sv: 'Länk', en: 'Link' })}
          </ToggleButton>
          {!on.table && (
            <ToggleButton className="v-editor-tool" isSelected={false} onChange={() => insertTable(editor)}>
              {say({ sv: 'Tabell', en: 'Table' })}
            </ToggleButton>
          )}
          {on.table &&
            tableTools.map((tool) => (
              <ToggleButton
                key={tool.key}
                className="v-editor-tool"
                isSelected={false}
                onChange={() => {
                  tableCommands[tool.key](editor)
                  editor.commands.focus()
                }}
              >
                {say(tool.label)}
              </ToggleButton>
            ))}
        </Group>
      </Toolbar>
      {linking && <LinkRow editor={editor} close={() => setLinking(false)} />}
    </>
  )
}

/** The editor itself; its content goes in and out as Markdown. */
export default function Editor({ value, onChange, onBlur, id, labelledBy, describedBy, invalid, required }: RichInputProps) {
  const emitted = useRef(value ?? '')
  const changed = useRef(onChange)
  changed.current = onChange
  const editor = useEditor({
    extensions,
    content: value ?? '',
    contentType: 'markdown',
    editorProps: {
      attributes: {
        ...(id ? { id } : {}),
        class: 'v-editor-text v-prose v-markdown',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(invalid ? { 'aria-invalid': 'true' } : {}),
        ...(required ? { 'aria-required': 'true' } : {}),
      },
    },
    onUpdate: ({ editor: held }) => {
      const text = held.isEmpty ? '' : held.getMarkdown().trim()
      emitted.current = text
      changed.current(text === '' ? null : text)
    },
    onBlur: () => onBlur?.(),
  })

  useEffect(() => {
    if (editor && (value ?? '') !== emitted.current) {
      emitted.current = value ?? ''
      editor.commands.setContent(value ?? '', { contentType: 'markdown', emitUpdate: false })
    }
  }, [editor, value])

  return (
    <div className="v-editor" data-invalid={invalid || undefined}>
      {editor && <Tools editor={editor} labelledBy={labelledBy} />}
      <EditorContent editor={editor} />
    </div>
  )
}
