/* A captured page of HTML, from bytes to parts. */
#ifndef ISNAD_PAGE_HTML_H
#define ISNAD_PAGE_HTML_H

#include "page/cut.h"
#include "page/html_view.h"

/* Reads the bytes of an HTML page into `page` (whose media and url are set): text, map, statements, tokens, blocks, parts. Linear in the bytes.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY, ISNAD_BAD_INPUT. */
isnad_status page_html_read(isnad_page *page, isnad_arena *arena, const isnad_capture *capture, isnad_err *err);

/* --- html_kinds.c --- */

/* Decides which lines are the article's text (LINE_CONTENT), which its title (LINE_TITLE), and what the others are, by markup and place alone; and
 * which are read on (LINE_KEPT): the rest is furniture, of which no tokens are made. */
void page_html_kinds(html_view *view);

/* --- html_embedded.c --- */

/* Finds texts of other articles under the lead and marks them as embedded. */
void page_html_embed(html_view *view);

/* --- html_rows.c --- */

/* Finds articles that stand in a row, each in a box of its own: the first becomes the lead, the others embedded. False: no memory. */
bool page_html_rows(html_view *view, isnad_arena *arena);

/* --- html_items.c --- */

/* Finds items of agencies in a row in the lead's text: the first becomes the lead, the others embedded. */
void page_html_items(isnad_page *page, html_page *html);

/* --- html_signs.c --- */

/* Reads what the words of the kept lines say, on a page of Arabic script: markers, stamps, by-lines, boxes in the text. Then cuts the lead's own
 * lines as a titled text is cut. `parts` has one part a line. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status page_html_signs(isnad_page *page, isnad_arena *arena, const html_view *view, isnad_err *err);

#endif
