import { expect, nextFrame } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { StoreController } from '../../../src/elements/journey/store-controller.js';
import { waitUntil } from '../../support/wait-until.js';

/** A store that only counts, and a host that records its draws. */
function stage() {
  const drawn: number[] = [];
  const listeners = new Set<() => void>();
  let state = 0;
  const store = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const host = {
    addController: (_: ReactiveController) => undefined,
    removeController: () => undefined,
    requestUpdate: () => drawn.push(state),
    updateComplete: Promise.resolve(true),
  };
  const controller = new StoreController(host, store);
  const change = () => {
    state++;
    for (const listener of listeners) listener();
  };
  return { change, controller, drawn, listeners };
}

describe('StoreController', () => {
  it('draws the start of a burst at once, and its end with the next frame', async () => {
    const { change, controller, drawn } = stage();
    controller.hostConnected();
    expect(drawn).to.deep.equal([0]);
    for (let count = 0; count < 100; count++) change();
    expect(drawn).to.deep.equal([0, 1]);
    await nextFrame();
    expect(drawn).to.deep.equal([0, 1, 100]);
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    expect(drawn).to.deep.equal([0, 1, 100]);
  });

  it('draws once per frame during changes, and always draws the last one', async () => {
    const { change, controller, drawn } = stage();
    controller.hostConnected();
    change();
    for (let frame = 0; frame < 6; frame++) {
      const before = drawn.length;
      for (let count = 0; count < 7; count++) {
        change();
        await Promise.resolve();
      }
      expect(drawn.length).to.equal(before);
      await nextFrame();
      expect(drawn.length).to.equal(before + 1);
    }
    expect(drawn.at(-1)).to.equal(43);
  });

  it('draws a change after a pause at once', async () => {
    const { change, controller, drawn } = stage();
    controller.hostConnected();
    change();
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    change();
    expect(drawn).to.deep.equal([0, 1, 2]);
  });

  it('draws also in a page that gets no animation frames', async () => {
    const { change, controller, drawn } = stage();
    const request = window.requestAnimationFrame;
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    window.requestAnimationFrame = () => 0;
    try {
      controller.hostConnected();
      for (let count = 0; count < 5; count++) change();
      await waitUntil(() => drawn.at(-1) === 5);
      expect(drawn).to.deep.equal([0, 1, 5]);
    } finally {
      window.requestAnimationFrame = request;
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('stops listening when its host is removed, and draws the missed changes when it returns', () => {
    const { change, controller, drawn, listeners } = stage();
    controller.hostConnected();
    controller.hostDisconnected();
    expect(listeners.size).to.equal(0);
    change();
    expect(drawn).to.deep.equal([0]);
    controller.hostConnected();
    expect(drawn).to.deep.equal([0, 1]);
  });
});
