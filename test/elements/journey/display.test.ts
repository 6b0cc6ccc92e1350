import { expect } from '@open-wc/testing';
import { createDisplays } from '../../../src/elements/journey/display.js';
import { displayOf } from '../../support/display.js';

describe('the display of all elements', () => {
  it('is the same object until one of its parts changes', () => {
    const displays = createDisplays();
    const first = displays({ ...displayOf() });
    expect(displays({ ...displayOf() })).to.equal(first);
    const next = displays({ ...displayOf({ customerZone: 'Asia/Tokyo' }) });
    expect(next).not.to.equal(first);
    expect(next.customerZone).to.equal('Asia/Tokyo');
    expect(displays({ ...displayOf() })).to.deep.equal(first);
  });

  it('cannot be changed by an element', () => {
    expect(Object.isFrozen(createDisplays()({ ...displayOf() }))).to.equal(true);
  });
});
