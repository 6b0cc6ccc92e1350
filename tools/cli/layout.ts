import { Unusable, type Command } from './command.js';

export const layout: Command = {
  usage: ['layout check FILE'],
  run() {
    throw new Unusable('wayline layout: not there yet.');
  },
};
