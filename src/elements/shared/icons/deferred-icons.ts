import CreditCard from 'lucide/dist/esm/icons/credit-card.mjs';
import FileText from 'lucide/dist/esm/icons/file-text.mjs';
import Keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import MapPin from 'lucide/dist/esm/icons/map-pin.mjs';
import Mic from 'lucide/dist/esm/icons/mic.mjs';
import Package from 'lucide/dist/esm/icons/package.mjs';
import PhoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import Star from 'lucide/dist/esm/icons/star.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';

/** Icons that the first view does not need. */
export const deferredIcons = {
  document: FileText,
  filters: SlidersHorizontal,
  keyboard: Keyboard,
  location: MapPin,
  order: Package,
  payment: CreditCard,
  'phone-incoming': PhoneIncoming,
  recording: Mic,
  remove: X,
  star: Star,
} as const;
