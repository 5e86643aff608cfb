import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { randomHouseholds } from './bench/random-households.ts'
import { ruyuan2016 } from './packages/rules/src/policies/ruyuan-2016.gen.ts'
import { huadu2016 } from './packages/rules/src/policies/huadu-2016.gen.ts'
import { huayang2016 } from './packages/rules/src/policies/huayang-2016.gen.ts'
import { hubei2016 } from './packages/rules/src/policies/hubei-2016.gen.ts'
import { sichuan2014 } from './packages/rules/src/policies/sichuan-2014.gen.ts'
import { toSql, tableDdl, impactSql } from './packages/rules/src/sql/index.ts'
import { caseRows, tabular } from './packages/rules/src/sql/testing/case-rows.ts'
import { formulaPolicy, formulaCases } from './packages/rules/src/sql/testing/formulas.ts'
import { assess } from './packages/rules/src/decide/assess.ts'
import { statusCodes } from './packages/rules/src/sql/rule.ts'
const psql=(sql:string)=>{ writeFileSync('/tmp/w/pg/q.sql', sql); return execFileSync('psql',['-h','/tmp/w/pg','-p','54399','-U','postgres','-qAtX','-v','ON_ERROR_STOP=1','-f','/tmp/w/pg/q.sql'],{encoding:'utf8',maxBuffer:1<<30}) }
let st=5; const random=()=>{ st=(Math.imul(st,1664525)+1013904223)>>>0; return st/2**32 }
const f=formulaPolicy()
const jobs:any[]=[]
for (const p of [ruyuan2016,huadu2016,huayang2016,hubei2016,sichuan2014] as any[]) for (const on of [p.id==='sichuan-2014'?'2014-07-20':'2016-12-15','2018-12-31']) jobs.push({p,on,cases:[...randomHouseholds(p,200,3)]})
jobs.push({p:f,on:'2017-06-15',cases:formulaCases(300,random)})
for (const {p,on,cases} of jobs) {
  const t=cases.map((c:any)=>tabular(p,c)); const rows=caseRows(p,t)
  let facts:any={}; const rich=cases.find((c:any)=>Object.keys(c).length>4); if(rich&&on<'2018'){ facts={...rich}; delete facts.household }
  const esc=(v:string|null,list:boolean)=>v===null?'\\N':(list?'{'+v.slice(1,-1)+'}':v).replaceAll('\\','\\\\')
  let sql='DROP TABLE IF EXISTS household; DROP TABLE IF EXISTS person;\n'+tableDdl(p,{dialect:'postgres'}).map(s=>s.sql+';').join('\n')+'\n'
  for (const level of ['household','person'] as const) { const ids=level==='household'?1:3; const cols=rows.columns[level]; sql+=`COPY ${level} FROM stdin;\n`+rows[level].map(r=>r.map((v,i)=>esc(v,i>=ids&&cols[i-ids]!.type.kind==='list')).join('\t')+'\n').join('')+'\\.\n' }
  sql+='ANALYZE;\n'
  const {statements,rules}=toSql(p,{on,dialect:'postgres',form:'rows',facts})
  const found=new Map<string,string>()
  try {
  const out=psql(sql+'SET jit=off;\n'+statements.map(s=>s.sql+';').join('\n'))
  for (const line of out.trim().split('\n')) { const [h,m,r,s,a]=line.split('|'); found.set(`${h} ${m} ${r}`,`${s} ${a||null}`) }
  } catch(e:any) { console.log(p.id,on,'ERROR',String(e.stderr??e.message).slice(0,900)); continue }
  let n=0,bad=0; const codes=new Map(rules.map(r=>[r.rule,r])); const sums=new Map<number,number>()
  t.forEach((c:any,id:number)=>{ for(const v of assess(p,{...facts,...c},{on})) { const code=codes.get(v.rule); if(!code) continue; n++; const e=`${statusCodes[v.status]} ${v.amount===null?null:Math.round(v.amount*(code.scale??1))}`; if(v.status==='met') sums.set(code.code,(sums.get(code.code)??0)+1); if(found.get(`${id} ${v.member} ${code.code}`)!==e && bad++<3) console.log('  diff',v.rule,e,found.get(`${id} ${v.member} ${code.code}`), JSON.stringify(c).slice(0,300)) } })
  const tot=psql('SET jit=off;\n'+toSql(p,{on,dialect:'postgres',form:'totals',facts}).statements.map(s=>s.sql+';').join('\n')).trim().split('\n')
  let tbad=0; for(const line of tot){ const [r,,met]=line.split('|'); if(Number(met)!==(sums.get(Number(r))??0)) tbad++ }
  for (const s of toSql(p,{on,dialect:'postgres',form:'wide',facts}).statements) psql('SET jit=off;\nCREATE TEMP TABLE x AS '+s.sql+';')
  for (const d of toSql(p,{on,dialect:'postgres'}).dictionary) psql(d.sql+';')
  if(p!==f) for (const s of impactSql({policy:p,on},{policy:p,on:'2017-03-03'},{dialect:'postgres'}).statements) psql('SET jit=off;\n'+s.sql+';')
  console.log(p.id,on,n,'rows',bad,'different; totals',tot.length,tbad)
}
