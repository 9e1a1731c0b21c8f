// Readability with jsdom: reads the pages named as arguments, prints a record for each in the form of `isnad read`,
// then the CPU seconds used, start-up left out.
'use strict';
const fs = require('fs');
const { JSDOM, VirtualConsole } = require('jsdom');
const { Readability } = require('@mozilla/readability');

const BLOCKS = 'address,article,aside,blockquote,br,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul';

// Words of two blocks must not run together.
function textOf(element) {
  for (const block of element.querySelectorAll(BLOCKS)) block.after('\n');
  return element.textContent;
}

// The HTTP header that named the charset is gone: what is valid UTF-8 is read as such, the rest as the page declares.
function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function extract(bytes) {
  const dom = new JSDOM(decoded(bytes), { url: 'https://page.example/', virtualConsole: new VirtualConsole() });
  try {
    const article = new Readability(dom.window.document, { serializer: (element) => element }).parse();
    return article && article.content ? textOf(article.content) : '';
  } finally {
    dom.window.close();
  }
}

const start = process.cpuUsage();
for (const path of process.argv.slice(2)) {
  let text = '';
  try {
    text = extract(fs.readFileSync(path));
  } catch (error) {
    console.error('Readability: %s: %s', path, error.message);
  }
  const articles = [{ role: 'lead', body: [[0, Buffer.byteLength(text)]] }];
  console.log(JSON.stringify({ capture: { uri: path }, page: { text }, articles }));
}
const used = process.cpuUsage(start);
console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6 }));
