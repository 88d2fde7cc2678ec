// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptStore } from '../src/conversation/storage';

afterEach(() => {
  localStorage.clear();
});

describe('what survives a reload', () => {
  it('is kept by API key', () => {
    keptStore('pk_1').write({ sessionId: 's', pending: [{ clientMessageId: 'u', text: 'Hi' }] });
    expect(keptStore('pk_1').read()).toEqual({ sessionId: 's', pending: [{ clientMessageId: 'u', text: 'Hi' }] });
    expect(keptStore('pk_2').read()).toEqual({ pending: [] });
  });

  it.each(['', 'null', '[]', '{"sessionId":5,"pending":[{"text":1},null,{"clientMessageId":"u","text":"Hi"}]}', '{"pending":{}}'])(
    'is read with care: %s',
    (stored) => {
      localStorage.setItem('csai:pk_1', stored);
      const { sessionId, pending } = keptStore('pk_1').read();
      expect(sessionId).toBeUndefined();
      expect(pending).toEqual(stored.includes('"u"') ? [{ clientMessageId: 'u', text: 'Hi' }] : []);
    },
  );

  it('lives as long as the page where storage is forbidden', () => {
    const forbidden = (): Storage => {
      throw new DOMException('denied', 'SecurityError');
    };
    const store = keptStore('pk_1', forbidden);
    expect(store.read()).toEqual({ pending: [] });
    store.write({ sessionId: 's', pending: [] });
    expect(store.read()).toEqual({ sessionId: 's', pending: [] });
  });

  it('is what was written last, also after the storage was full for a while', () => {
    const store = keptStore('pk_1');
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    store.write({ sessionId: 'one', pending: [] });
    full.mockRestore();
    store.write({ sessionId: 'two', pending: [] });
    expect(store.read().sessionId).toBe('two');
  });

  it('is limited to the latest', () => {
    const pending = Array.from({ length: 30 }, (_, at) => ({ clientMessageId: String(at), text: 'x' }));
    const store = keptStore('pk_1');
    store.write({ pending });
    expect(store.read().pending.map(({ clientMessageId }) => Number(clientMessageId))).toEqual(Array.from({ length: 20 }, (_, at) => at + 10));
  });
});
