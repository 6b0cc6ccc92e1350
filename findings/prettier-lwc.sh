#!/usr/bin/env bash
# Prettier's HTML parser turns a valid Lightning Web Component into one that does not compile.
#
# In a Salesforce template an expression stands without quotes: `customer={customer}`. The file name ends in .html, so
# Prettier formats it as HTML, where an unquoted value is valid, and adds quotes. Salesforce's compiler refuses quotes
# around an expression. The file looks better, and the deployment fails. Prettier has a parser named `lwc`, but never
# chooses it by itself. Set it for the folder in an override.
#
# Seen with prettier 3.10.1 and @lwc/template-compiler 9.5.1.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install prettier@3.10.1 @lwc/template-compiler@9.5.1

cat >look.mjs <<'JS'
import { format } from 'prettier';
import { compile as compileTemplate } from '@lwc/template-compiler';

const source = '<template><c-journey customer={customer}></c-journey></template>';

function compile(name, text) {
  const { warnings } = compileTemplate(text, 'panel.html', { name: 'panel', namespace: 'c' });
  const problem = warnings.find(({ level }) => level === 1);
  const attribute = /customer=\S+?(?=>)/.exec(text)?.[0];
  console.log(`${name}: ${attribute}, ${problem ? `LWC${problem.code}` : 'compiles'}`);
}
compile('as written', source);
compile('by file name', await format(source, { filepath: 'panel.html' }));
compile('parser lwc', await format(source, { parser: 'lwc' }));
JS

expect node look.mjs <<'SEEN'
as written: customer={customer}, compiles
by file name: customer="{customer}", LWC1034
parser lwc: customer={customer}, compiles
SEEN
