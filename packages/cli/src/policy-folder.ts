import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PolicySource, SourceFile } from '@jingzhun/rules/load';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { fileFailure, unusable } from './unusable.ts';
import { yamlFault } from './yaml-fault.ts';

/** Files beside a policy that are not its content: the next release being drafted, and what an analysis may find. */
const beside = ['policy.yaml', 'draft.yaml', 'analysis.yaml'];

/** Reads a policy's folder: policy.yaml and every section file, with the lines their parts stand on. */
export function readPolicyFolder(folder: string): PolicySource {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = (name: string): SourceFile => readYaml(join(folder, name), `${basename(folder)}/${name}`);
  return {
    policy: read('policy.yaml'),
    sections: files.filter((name) => !beside.includes(name)).map(read),
  };
}

/** A YAML file as data. Duplicate keys and other faults of the YAML itself are reported with their line. */
export function readYaml(path: string, shownAs: string): SourceFile {
  const counter = new LineCounter();
  const document = parseDocument(textOf(path, shownAs), { lineCounter: counter, uniqueKeys: true, logLevel: 'error' });
  if (document.errors.some(({ message }) => message.includes('call stack'))) {
    throw new JingzhunError('policy-fault', [
      { code: 'yaml', path: '', zh: 'YAML 嵌套太深', en: 'the YAML is nested too deep', file: shownAs },
    ]);
  }
  if (document.errors.length > 0) {
    throw new JingzhunError(
      'policy-fault',
      document.errors.slice(0, mostErrors).map((error) => {
        const { line, col } = counter.linePos(error.pos[0]);
        return { code: 'yaml', path: '', ...yamlFault(error, col), file: shownAs, line };
      }),
    );
  }
  return {
    file: shownAs,
    data: dataOf(document, shownAs),
    lineOf: (path) => {
      // The line of the closest part that stands in the text.
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
      return undefined;
    },
  };
}

/** More are told of no file: one wrong mark can make all that follows it wrong. */
const mostErrors = 100;
/** Of a file of YAML, in bytes: far more than any policy has. */
const largestFile = 8 * 2 ** 20;

function textOf(path: string, shownAs: string): string {
  let bytes: Buffer;
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestFile) {
      throw unusable('too-large', '文件超过 8 MB', 'the file is larger than 8 MB', { file: path });
    }
    bytes = readFileSync(path);
  } catch (error) {
    throw fileFailure(error, path);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [zh, en] = ['不是 UTF-8 文本，请另存为 UTF-8', 'is no UTF-8 text; save it as UTF-8'];
    throw unusable('wrong-encoding', zh, en, { file: shownAs });
  }
}

/** An alias can name what is not there, or unfold without end: that shows only when it is followed. */
function dataOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw unusable('yaml', `YAML 写法有误：${message}`, `the YAML cannot be read: ${message}`, { file });
  }
}
