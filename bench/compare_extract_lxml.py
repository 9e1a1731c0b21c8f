"""readability-lxml: reads the pages named as arguments, prints a record for each in the form of `isnad read`,
then the CPU seconds used, start-up left out."""
import json
import logging
import sys
import time

import lxml.html
from readability import Document

BLOCKS = set('address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre '
             'section table td th tr ul'.split())


def text_of(markup):
    """The text, where words of two blocks do not run together."""
    tree = lxml.html.fromstring(markup)
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.tail = '\n' + (element.tail or '')
    return tree.text_content()


def decoded(page):
    """The HTTP header that named the charset is gone: what is valid UTF-8 is read as such, the rest as the page declares."""
    try:
        return page.decode('utf-8')
    except UnicodeDecodeError:
        return page


def extract(path):
    with open(path, 'rb') as file:
        return text_of(Document(decoded(file.read())).summary(html_partial=True))


def main():
    logging.disable(logging.CRITICAL)
    start = time.process_time()
    for path in sys.argv[1:]:
        try:
            text = extract(path)
        except Exception as error:  # any failure of the tool is an empty article, told on stderr
            print('readability-lxml: %s: %s' % (path, error), file=sys.stderr)
            text = ''
        lead = {'role': 'lead', 'body': [[0, len(text.encode('utf-8', 'replace'))]]}
        print(json.dumps({'capture': {'uri': path}, 'page': {'text': text}, 'articles': [lead]}))
    print(json.dumps({'cpu': time.process_time() - start}))


main()
