/* What the class, id, role and itemprop of an element hint at: data/html_hints.tsv. */
#ifndef ISNAD_PAGE_HTML_HINTS_H
#define ISNAD_PAGE_HTML_HINTS_H

#include "page/html_lines.h"
#include "tables.h"

#define HINT(kind) (1u << ISNAD_HTML_HINTS_KIND_##kind)

/* Sets own, looks and hidden of a box. At most so many words of each attribute are read. */
enum { HINT_WORDS = 24 };
void page_html_hint(html_box *box, const html_tree *tree);

/* The bits of the hints that the words of `text` give. */
uint32_t page_html_hints_of(isnad_slice text);

#endif
