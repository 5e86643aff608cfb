import { createPublicKey, generateKeyPairSync, verify as verifySignature } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '@jingzhun/rules/load';
import { recordDigest } from '@jingzhun/rules/records';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPolicyFolder } from '../src/policy-folder.ts';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// 合成数据
const input = {
  household: {
    headName: '合成户主',
    registered: true,
    perCapitaDisposableIncome: 3607,
    members: [{ id: '999999199001011234', name: '合成人', schoolStage: 'primary' }],
  },
};
const personal = /合成户主|合成人|3607|999999199001011234/;
const caseFile = file('case.json', JSON.stringify(input));
const record = join(folder, 'record.json');
const whole = join(folder, 'whole.json');
const signed = join(folder, 'signed.json');

function keys(name: string): { key: string; pub: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    key: file(`${name}.key.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
    pub: file(`${name}.pub.pem`, publicKey.export({ type: 'spki', format: 'pem' }) as string),
  };
}
const own = keys('own');
const other = keys('other');

const verify = (path: string, ...more: string[]) => jingzhun(['verify', path, '--policies', policies, ...more]);

/** The record with a change, as someone would leave it who changed the file. */
function altered(from: string, name: string, change: (content: Record<string, never>) => void): string {
  const content = JSON.parse(readFileSync(from, 'utf8'));
  change(content);
  return file(name, JSON.stringify(content));
}

beforeAll(async () => {
  for (const [path, ...more] of [[record], [whole, '--personal'], [signed, '--personal', '--sign', own.key]]) {
    const { code, err } = await sample('decide', [caseFile, '--record', path as string, ...more]);
    expect([code, err]).toEqual([0, '']);
  }
});

describe.concurrent('decide --record', () => {
  test('writes a record without personal data, and with it where that is asked for', async () => {
    expect(readFileSync(record, 'utf8')).not.toMatch(personal);
    for (const word of ['合成户主', '合成人', '3607', '999999199001011234'])
      expect(readFileSync(whole, 'utf8')).toContain(word);
  });

  test('says where the record is and what it holds', async () => {
    const { out } = await sample('decide', [caseFile, '--record', join(folder, 'told.json')]);
    expect(out).toMatch(/记录：.*told\.json；个人资料 4 处未记入/);
    const all = await sample('decide', [
      caseFile,
      '--record',
      join(folder, 'told2.json'),
      '--personal',
      '--sign',
      own.key,
      '--lang',
      'en',
    ]);
    expect(all.out).toMatch(/Record: .*told2\.json, signed; it holds all personal data: keep it safe/);
  });

  test('prints JSON alone with --json', async () => {
    const { out } = await sample('decide', [caseFile, '--json', '--record', join(folder, 'json.json')]);
    expect(JSON.parse(out).policy.id).toBe('sample-2020');
    expect(existsSync(join(folder, 'json.json'))).toBe(true);
  });

  test.each<[string, string[], RegExp]>([
    ['a signature without a record', ['--sign', own.key], /--sign {2}只与 --record 同用 \| goes with --record only/],
    ['personal data without a record', ['--personal'], /--personal {2}只与 --record 同用/],
    ['a record in place of the case', ['--record', caseFile], /与输入是同一个文件/],
    ['a record in place of the key', ['--record', own.key, '--sign', own.key], /与输入是同一个文件/],
    ['a record of a draft', ['--record', join(folder, 'x.json'), '--release', 'draft'], /草稿的判定不能作为记录/],
    ['a folder that is not there', ['--record', join(folder, 'nowhere', 'x.json')], /没有该文件夹/],
  ])('refuses %s, and writes nothing', async (_, more, message) => {
    const { code, out, err } = await sample('decide', [caseFile, ...more]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(JSON.parse(readFileSync(caseFile, 'utf8'))).toEqual(input);
    expect(readdirSync(folder).filter((name) => name === 'x.json' || name.endsWith('.part'))).toEqual([]);
  });

  test('refuses several cases', async () => {
    const lines = file('cases.jsonl', `${JSON.stringify(input)}\n`);
    const { code, err } = await sample('decide', [lines, '--record', join(folder, 'lines.json')]);
    expect(code).toBe(2);
    expect(err).toContain('一份记录只记一个案例 | a record holds one case');
  });
});

describe.concurrent('verify', () => {
  test('says that a record is the same', async () => {
    const { code, out, err } = await verify(whole);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('✓ 记录未被改动，重新判定结果相同（3 项）');
    expect(out).toContain('没有签名');
    expect((await verify(whole, '--lang', 'en')).out).toContain('deciding again gives the same (3 findings)');
  });

  test('says which facts are lacking, and is satisfied with those of whoever holds the case', async () => {
    const alone = await verify(record);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('共 3 项，重新判定 2 项，结果相同。其余要用未记入的资料：户：人均可支配收入');
    expect(await verify(record, '--facts', caseFile)).toMatchObject({ code: 0 });
    const richer = file(
      'richer.json',
      JSON.stringify({ household: { ...input.household, perCapitaDisposableIncome: 4000 } }),
    );
    const { code, out } = await verify(record, '--facts', richer);
    expect(code).toBe(1);
    expect(out).toContain('✗ 收入达标  户  结论：记录为 不符合，现判为 符合');
  });

  test('names what was altered', async () => {
    const changed = altered(
      whole,
      'altered.json',
      ({ findings: [first] }: { findings?: { outcomes: { value: number }[] }[] }) => {
        (first?.outcomes[0] as { value: number }).value = 9000;
      },
    );
    const { code, out } = await verify(changed);
    expect(code).toBe(1);
    expect(out).toContain('记录在生成之后被改动过');
    expect(out).toContain('✗ 小学助学金  人 999999199001011234  数额：记录为 9,000 元，现判为 1,000 元');
    const json = JSON.parse((await verify(changed, '--json')).out);
    expect(json).toMatchObject({
      same: false,
      verdict: 'different',
      faults: [{ code: 'altered' }],
      differences: [{ field: 'outcomes[0].value', recorded: 9000, now: 1000 }],
    });
  });

  test('finds a change by someone who made the digest anew', async () => {
    const changed = altered(whole, 'redigested.json', (content) => {
      Object.assign(content, { facts: { household: { registered: false } } });
      Object.assign(content, { digest: recordDigest(content as never) });
    });
    const { code, out } = await verify(changed);
    expect(code).toBe(1);
    expect(out).not.toContain('被改动过\n');
    expect(out).toContain('重新判定没有');
  });

  test('holds a record that names no known policy against its digest only', async () => {
    const { code, out } = await jingzhun(['verify', whole]);
    expect(code).toBe(1);
    expect(out).toContain('记录未被改动，但不能重新判定');
    expect(out).toContain('没有政策 sample-2020 的版本 1.0.0');
  });

  test('says after a correction which finding would differ now, and why', async () => {
    const root = join(folder, 'corrected');
    const home = join(root, 'sample-2020');
    cpSync(join(policies, 'sample-2020'), home, { recursive: true });
    mkdirSync(join(home, 'releases'));
    writeFileSync(join(home, 'releases', '1.0.0.json'), JSON.stringify(loadPolicy(readPolicyFolder(home)).files));
    const edit = (name: string, from: string, to: string) => {
      const text = readFileSync(join(home, name), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(home, name), text.replace(from, to));
    };
    edit('1-aid.yaml', 'value: 1000', 'value: 1200');
    edit(
      'policy.yaml',
      'sections:',
      '  - { version: 1.0.1, date: 2020-02-01, kind: correction, changes: { zh: 助学金误为1000元, en: Aid had been encoded as 1000, parameters: [studentAid] } }\nsections:',
    );
    const { code, out } = await jingzhun(['verify', whole, '--policies', root]);
    expect(code).toBe(0);
    expect(out).toContain('✓ 记录未被改动，重新判定结果相同（3 项）');
    expect(out).toContain('按现行版本 1.0.1 判定，结论会不同：');
    expect(out).toContain(
      '小学助学金  人 999999199001011234  数额：当时为 1,000 元，现为 1,200 元\n    1.0.1 编码更正：助学金误为1000元',
    );
    const part = await jingzhun(['verify', record, '--policies', root, '--lang', 'en']);
    expect(part.out).toContain(
      'Aid for primary pupils  person 1  amount: was 1,000 yuan, is now 1,200 yuan\n    1.0.1 correction: Aid had been encoded as 1000',
    );
  });
});

describe.concurrent('a signature', () => {
  test('is valid, and whose it is was checked only against a key that is given', async () => {
    const alone = await verify(signed);
    expect(alone.code).toBe(0);
    expect(alone.out).toMatch(/签名有效，公钥 MCow[\w+/]+= 是记录自带的，属于谁未核对/);
    const known = await verify(signed, '--key', own.pub);
    expect(known.code).toBe(0);
    expect(known.out).toContain('✓ 签名有效，出自 --key 的密钥');
  });

  test('is that of the key asked for', async () => {
    const { code, out } = await verify(signed, '--key', other.pub);
    expect(code).toBe(1);
    expect(out).toContain('✗ 由另一把密钥签名');
    const none = await verify(whole, '--key', own.pub, '--lang', 'en');
    expect(none.code).toBe(1);
    expect(none.out).toContain('There is no signature to hold against --key');
  });

  test('is not valid of another content, nor with any sign of it changed', async () => {
    const digest = altered(signed, 'resigned.json', (content) => {
      Object.assign(content, { personal: ['person.name'] });
      Object.assign(content, { digest: recordDigest(content as never) });
    });
    const value = altered(signed, 'value.json', ({ signature }: { signature?: { value: string } }) => {
      if (signature) signature.value = signature.value.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    });
    const key = altered(signed, 'key.json', ({ signature }: { signature?: { publicKey: string } }) => {
      if (signature) signature.publicKey = 'AAAA';
    });
    for (const path of [digest, value, key]) {
      const { code, out } = await verify(path);
      expect(code).toBe(1);
      expect(out).toContain('✗ 签名无效');
    }
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const x25519 = generateKeyPairSync('x25519');
  const pem = (name: string, content: string | Buffer): string => file(name, String(content));
  test.each<[string, string, RegExp]>([
    [
      'an RSA key',
      pem('rsa.pem', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      /不是 Ed25519 密钥 \| is no Ed25519 key/,
    ],
    [
      'a key of another curve',
      pem('x.pem', x25519.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      /不是 Ed25519 密钥/,
    ],
    ['a public key', own.pub, /是公钥，签名须用私钥/],
    [
      'a key with a password',
      pem(
        'enc.pem',
        generateKeyPairSync('ed25519').privateKey.export({
          type: 'pkcs8',
          format: 'pem',
          cipher: 'aes-256-cbc',
          passphrase: 'x',
        }),
      ),
      /私钥有口令保护/,
    ],
    ['a broken file', pem('cut.pem', readFileSync(own.key, 'utf8').slice(0, 60)), /不是完好的 PEM 文件/],
    [
      'a file with strange signs',
      pem('odd.pem', readFileSync(own.key, 'utf8').replace('M', '!')),
      /不是完好的 PEM 文件/,
    ],
    [
      'a shortened key',
      pem('short.pem', readFileSync(own.key, 'utf8').replace(/.{8}\n-----END/, '\n-----END')),
      /不是 Ed25519 密钥/,
    ],
    ['no file', join(folder, 'none.pem'), /没有此文件/],
  ])('is not made with %s', async (_, key, message) => {
    const target = join(folder, 'unsigned.json');
    const { code, out, err } = await sample('decide', [caseFile, '--record', target, '--sign', key]);
    expect([code, out, existsSync(target)]).toEqual([2, '', false]);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('is not held against a private key', async () => {
    const { code, err } = await verify(signed, '--key', own.key);
    expect(code).toBe(2);
    expect(err).toContain('应为公钥');
    expect(err).not.toContain(readFileSync(own.key, 'utf8').split('\n')[1]);
  });

  test('is of the text of the digest, and can be checked without this command', () => {
    const { digest, signature } = JSON.parse(readFileSync(signed, 'utf8'));
    const key = createPublicKey({ key: Buffer.from(signature.publicKey, 'base64'), type: 'spki', format: 'der' });
    const value = Buffer.from(signature.value, 'base64');
    expect(verifySignature(null, Buffer.from(digest), key, value)).toBe(true);
  });
});

describe.concurrent('what is no record', () => {
  const read = () => JSON.parse(readFileSync(whole, 'utf8'));
  const deep = `{"format":"jingzhun-record/1","facts":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
  test.each<[string, () => string, RegExp]>([
    ['nothing', () => '', /内容为空/],
    ['no JSON', () => '{"format":', /第 1 行第 11 列起不是有效的 JSON/],
    ['a list', () => '[]', /不是判定记录/],
    ['a case', () => JSON.stringify(input), /format {2}.*不是判定记录/],
    [
      'another format',
      () => JSON.stringify({ ...read(), format: 'jingzhun-record/2' }),
      /format {2}.*jingzhun-record\/1/,
    ],
    ['deep nesting', () => deep, /facts {2}嵌套超过 64 层/],
    [
      'a forbidden key',
      () => readFileSync(whole, 'utf8').replace('"household":{', '"household":{"__proto__":{"registered":true},'),
      /facts\.household\.__proto__ {2}不允许使用键/,
    ],
    ['a key of no record', () => JSON.stringify({ ...read(), extra: 1 }), /extra {2}没有名为 extra 的键/],
    [
      'facts that are no case',
      () => JSON.stringify({ ...read(), facts: { household: { registered: '是' } } }),
      /facts\.household\.registered/,
    ],
    ['a day that is none', () => JSON.stringify({ ...read(), on: '2017-02-30' }), /on {2}不是日历上的日期/],
    ['a digest that is none', () => JSON.stringify({ ...read(), digest: 'sha256:0' }), /digest {2}.*64 位十六进制/],
    ['findings that are none', () => JSON.stringify({ ...read(), findings: [{ rule: 1 }] }), /findings\[0\]/],
  ])('%s ends with exit code 2 and where it is', async (name, content, message) => {
    const { code, out, err } = await verify(file(`${name.replaceAll(' ', '-')}.json`, content()));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('what a record says never steers the terminal', async () => {
    const odd = altered(whole, 'odd.json', (content) => {
      Object.assign(content, {
        policy: { id: 'sample\u001b[31m\u009b', release: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
      });
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect((await verify(odd)).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
