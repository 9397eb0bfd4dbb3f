import { sql } from 'kysely'
import { differs, followsFrom, isNew, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command } from '#kernel/gate/command.ts'
import type { Effect } from '#kernel/gate/effect.ts'

/** What of an information asset is part of what was classified: when it changes, so may the need. */
const classified = ['name', 'description', 'systems', 'personalData', 'protectedIdentities']
/** What of a system is part of how its information is protected. */
const protecting = ['suppliers', 'dependsOn', 'enhancedProtection', 'central']

interface Row {
  readonly id: string
  readonly version: number
}

/**
 * Says that information needs to be classified, again or for the first time: when it is new, when it has changed, and when a system that
 * holds it has got another supplier, dependency or flag. What was said first stands until the next decision.
 */
export const occasionsFollow: Effect = {
  on: ['informationAsset', 'system'],
  follow: async (gate, changed) => {
    const here = changed.filter((change) => !isWithdrawn(change))
    const assets = here.filter(isOf('informationAsset'))
    const made = assets.filter(isNew).map(({ written }) => written.id)
    const altered = assets.filter((change) => !isNew(change) && differs(change, classified)).map(({ written }) => written.id)
    const systems = here.filter((change) => isOf('system')(change) && !isNew(change) && differs(change, protecting))
    const register = gate.catalogue.register('informationAsset')
    const commands: Command[] = []
    if (made.length || altered.length || systems.length) {
      const rows = await gate.tx.rows<Row & { occasion: string }>(sql`
        select a.id, a.version, case when a.id = any (${made}::uuid[]) then 'new' when a.id = any (${altered}::uuid[]) then 'changed' else 'system' end as occasion
          from information_asset a where a.withdrawn_at is null and a.occasion is null and (a.id = any (${made}::uuid[])
            or (a.classified_on is not null and (a.id = any (${altered}::uuid[])
              or a.id in (select l.from_id from links_to('informationAsset', 'systems', ${systems.map(({ written }) => written.id)}::uuid[]) l))))
          order by a.id for no key update`)
      const because = followsFrom([...systems, ...here.filter(({ written }) => made.includes(written.id) || altered.includes(written.id))])
      for (const { id, version, occasion } of rows)
        commands.push({
          do: 'update',
          register,
          id,
          version,
          values: {},
          calculated: { occasion, occasionOn: gate.today },
          reason: because,
        })
    }
    const renamed = assets.filter((change) => !isNew(change) && differs(change, ['name', 'marking'])).map(({ written }) => written.id)
    if (renamed.length) {
      const rows = await gate.tx.rows<Row & { name: string; marking: object | null }>(sql`
        select c.id, c.version, a.name, case when c.marking is null then a.marking end as marking from classification c join information_asset a on a.id = c.asset
          where c.asset = any (${renamed}::uuid[]) and c.withdrawn_at is null and (c.name is distinct from a.name or (c.marking is null and a.marking is not null))
          order by c.id for no key update of c`)
      for (const { id, version, name, marking } of rows)
        commands.push({
          do: 'update',
          register: gate.catalogue.register('classification'),
          id,
          version,
          values: marking ? { marking } : {},
          calculated: { name },
          reason: followsFrom(assets),
        })
    }
    return { commands }
  },
}
