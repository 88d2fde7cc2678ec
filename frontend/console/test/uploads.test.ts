import { describe, expect, it } from 'vitest';
import type { KnowledgeDocument } from '../src/features/knowledge/contract.ts';
import { Uploads, type UploadPort } from '../src/features/knowledge/uploads.ts';
import { Refusal, Unreachable } from '../src/shared/api/problem.ts';

const file = (name: string, size = 3): File => new File([new Uint8Array(size)], name);
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });
const refused = (status: number): Refusal => new Refusal(status, { type: 'about:blank', title: 'No', detail: 'Because.' }, undefined);

/** Sends nothing before the test says so. */
class Wire implements UploadPort {
  readonly sending = new Map<string, { arrive: () => void; fail: (failure: Error) => void; progress: (percent: number) => void }>();

  send(sent: File, onPercent: (percent: number) => void, signal: AbortSignal): Promise<KnowledgeDocument> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => { reject(new DOMException('dropped', 'AbortError')); });
      this.sending.set(sent.name, {
        arrive: () => { resolve({ fileName: sent.name } as KnowledgeDocument); },
        fail: reject,
        progress: onPercent,
      });
    });
  }
}

function started(...files: readonly File[]) {
  const wire = new Wire();
  const arrived: string[] = [];
  const uploads = new Uploads(wire, ({ fileName }) => arrived.push(fileName));
  uploads.add(files);
  const states = () => uploads.list().map(({ file: { name }, state }) => `${name} ${state.kind}`);
  return { wire, arrived, uploads, states };
}

describe('uploads', () => {
  it('go a few at a time, and each that arrives makes room for the next', async () => {
    const { wire, arrived, states } = started(...['a', 'b', 'c', 'd'].map((name) => file(name)));
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting']);
    wire.sending.get('b')?.arrive();
    await settled();
    expect(states()).toEqual(['a sending', 'c sending', 'd sending']);
    expect(arrived).toEqual(['b']);
  });

  it('tell which have arrived, until more are added when none is on its way, and whether any is', async () => {
    const { wire, uploads } = started(file('a'), file('b'), file('film', 10 * 1024 * 1024 + 1));
    wire.sending.get('a')?.arrive();
    await settled();
    uploads.add([file('c')]);
    expect(uploads.arrived()).toEqual(['a']);
    expect(uploads.isBusy).toBe(true);
    wire.sending.get('b')?.arrive();
    wire.sending.get('c')?.fail(refused(503));
    await settled();
    expect(uploads.arrived()).toEqual(['a', 'b']);
    expect(uploads.isBusy).toBe(false);
    uploads.add([file('d')]);
    expect(uploads.arrived()).toEqual([]);
  });

  it('tell how far each has come', () => {
    const { wire, uploads } = started(file('a'));
    wire.sending.get('a')?.progress(42);
    expect(uploads.list()[0]?.state).toEqual({ kind: 'sending', percent: 42 });
  });

  it('refuse a file that is too large without sending it', () => {
    const { wire, uploads } = started(file('film', 10 * 1024 * 1024 + 1), file('exact', 10 * 1024 * 1024));
    expect(uploads.list()[0]?.state).toEqual({ kind: 'refused', because: 'too-large' });
    expect([...wire.sending.keys()]).toEqual(['exact']);
  });

  it.each([
    [refused(413), { because: 'too-large' }],
    [refused(429), { because: 'throttled' }],
    [refused(503), { because: 'failed' }],
    [refused(400), { because: 'refused', detail: 'Because.' }],
    [new Unreachable('/'), { because: 'unreachable' }],
  ])('keep a file that met "%s" with the reason', async (failure, expected) => {
    const { wire, uploads, arrived } = started(file('a'));
    wire.sending.get('a')?.fail(failure);
    await settled();
    expect(uploads.list()[0]?.state).toEqual({ kind: 'refused', ...expected });
    expect(arrived).toEqual([]);
  });

  it('send a refused file once more when asked to', async () => {
    const { wire, uploads, arrived, states } = started(file('a'));
    wire.sending.get('a')?.fail(new Unreachable('/'));
    await settled();
    uploads.retry(uploads.list()[0]?.key ?? 0);
    expect(states()).toEqual(['a sending']);
    wire.sending.get('a')?.arrive();
    await settled();
    expect(arrived).toEqual(['a']);
    expect(states()).toEqual([]);
  });

  it('stop what is taken out of the list and go on with the rest', async () => {
    const { uploads, states } = started(...['a', 'b', 'c', 'd'].map((name) => file(name)));
    uploads.drop(uploads.list()[0]?.key ?? 0);
    await settled();
    expect(states()).toEqual(['b sending', 'c sending', 'd sending']);
  });

  it('send nothing more once all are dropped', async () => {
    const { wire, uploads } = started(...['a', 'b', 'c', 'd'].map((name) => file(name)));
    uploads.dropAll();
    await settled();
    expect(uploads.list()).toEqual([]);
    expect(wire.sending.has('d')).toBe(false);
  });
});
