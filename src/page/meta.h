/* What an HTML page says of itself for machines: JSON-LD, OpenGraph and other meta elements, microdata, link, time, title. Nothing is judged here:
 * every statement is listed with where it stands, and the article stage weighs them. */
#ifndef ISNAD_PAGE_META_H
#define ISNAD_PAGE_META_H

#include "page/html_lines.h"

typedef struct meta_list {
  isnad_arena *arena;
  const html_page *page;
  isnad_meta *items;
  size_t count, room;
  bool failed;
} meta_list;

/* Fills page->meta from the tree. At most META_MOST statements are kept of a page. Linear in the nodes and the JSON.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
enum { META_MOST = 256 };
isnad_status page_meta(isnad_page *page, isnad_arena *arena, const html_page *html, isnad_err *err);

/* The first statement of this kind, in the order of trust: JSON-LD, meta elements, microdata, the rest; NULL. */
const isnad_meta *page_meta_first(const isnad_page *page, isnad_meta_kind kind);

/* --- used between the files of the reader --- */

/* Adds a statement with a value; `raw` is where it stands in the input. White space at its ends is cut off. */
void meta_add(meta_list *list, isnad_meta_kind kind, isnad_meta_source source, isnad_slice value, isnad_span raw);

/* Reads one script of JSON-LD, `begin` being where its text stands in the input. Takes broken JSON: what was read before the break counts. */
void meta_json_ld(meta_list *list, isnad_slice text, uint32_t begin);

#endif
