import { openDatabase } from './launcher.ts'
import pg from 'pg'
const t=performance.now()
const d = await openDatabase({data: process.argv[2]!, databaseUrl: process.argv[3], schema:'varna', appRole:'varna_app', loaderRole:'varna_loader', postgres: process.env.PGB, language:'sv'})
console.log('open', Math.round(performance.now()-t), 'since process start', Math.round(performance.now()))
const c = new pg.Client(d.config('app')); await c.connect(); console.log((await c.query("select current_user, version(), lower('Å'), current_setting('data_checksums') ck")).rows[0]); await c.end()
const u=performance.now(); await d.close(); console.log('close', Math.round(performance.now()-u))
