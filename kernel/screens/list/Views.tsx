import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, api, queryString } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { parseSearch, useSearch } from '#web/shell/address.ts'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { words as common } from '../words.ts'
import { asksTheSame, queryOf } from './filter.ts'

interface SavedView {
  readonly id: string
  readonly label: string
  /** As an address writes it: `state=analysed&sort=-value`. */
  readonly query: string
}

const path = '/my/views'

/** The ready questions to a list and the person's own, each with its address; and a way to save the one that stands. */
export function Views({ register }: { register: Register }) {
  const say = useSay()
  const client = useQueryClient()
  const [search] = useSearch()
  const [isSaving, setSaving] = useState(false)
  const saved =
    useGet<{ items: readonly SavedView[] }>(path, { register: register.plural }, { timeless: true, staleTime: 300_000 }).data?.items ?? []
  const base = `/${pathOf(register)}`
  const views = [
    { href: base, label: say({ sv: 'Alla', en: 'All' }), query: {} as Readonly<Record<string, string | string[]>>, id: null },
    ...(register.list.views ?? []).map((view) => {
      const query = { ...view.where, ...(view.sort ? { sort: view.sort.join(',') } : {}) }
      return { href: `${base}${queryString(query)}`, label: say(view.label), query, id: null }
    }),
    ...saved.map((view) => ({ href: `${base}?${view.query}`, label: view.label, query: parseSearch(view.query), id: view.id })),
  ]
  const current = views.find((view) => asksTheSame(view.query, search))
  const remove = useMutation({
    mutationFn: (id: string) => api(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [path] })
      toast(say({ sv: 'Vyn är borttagen', en: 'The view has been removed' }))
    },
  })
  const own = current?.id ?? null
  return (
    <>
      <LinkTabs
        label={say({ sv: 'Vyer', en: 'Views' })}
        tabs={views.map((view) => ({ href: view.href, label: view.label, isCurrent: view === current }))}
      >
        {!current && (
          <Button variant="quiet" size="small" icon="save" onPress={() => setSaving(true)}>
            {say({ sv: 'Spara vyn', en: 'Save the view' })}
          </Button>
        )}
        {own !== null && (
          <Button variant="quiet" size="small" icon="trash" onPress={() => remove.mutate(own)}>
            {say({ sv: 'Ta bort vyn', en: 'Remove the view' })}
          </Button>
        )}
      </LinkTabs>
      {isSaving && <SaveView register={register} onClose={() => setSaving(false)} />}
    </>
  )
}

function SaveView({ register, onClose }: { register: Register; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const [search] = useSearch()
  const [label, setLabel] = useState('')
  const [error, setError] = useState<string | undefined>()
  const save = useMutation<unknown, ApiProblem>({
    mutationFn: () =>
      api(path, { method: 'POST', body: { register: register.plural, label: label.trim(), query: queryString(queryOf(search)).slice(1) } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [path] })
      onClose()
    },
  })
  const perform = () => {
    if (label.trim() === '') setError(say({ sv: 'Ge vyn ett namn.', en: 'Give the view a name.' }))
    else if (!save.isPending) save.mutate()
  }
  return (
    <Dialog
      isOpen
      title={say({ sv: 'Spara vyn', en: 'Save the view' })}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={perform}>
            {say({ sv: 'Spara vyn', en: 'Save the view' })}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      {save.error && <Banner tone="bad" role="alert" title={save.error.message} />}
      <TextField
        label={say({ sv: 'Vad ska den heta?', en: 'What shall it be called?' })}
        help={say({
          sv: 'Vyn sparar filter, sökord och ordning och syns bara för dig.',
          en: 'The view keeps filters, search and order, and only you see it.',
        })}
        value={label}
        onChange={setLabel}
        error={error}
        autoFocus
        maxLength={60}
        onKeyDown={(event) => event.key === 'Enter' && perform()}
        isRequired
      />
    </Dialog>
  )
}
