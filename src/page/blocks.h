/* Lines of a text page as blocks. */
#ifndef ISNAD_PAGE_BLOCKS_H
#define ISNAD_PAGE_BLOCKS_H

#include "isnad/page.h"

/* Fills page->blocks from page->text and page->tokens: one block per line that shows something, trimmed of white space and bullets.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status page_blocks(isnad_page *page, isnad_arena *arena, isnad_err *err);

/* Joins the lines of a text that a printer broke at one width: each of its paragraphs becomes one block. Of pages without a stated title. Linear. */
isnad_status page_unwrap(isnad_page *page, isnad_arena *arena, isnad_err *err);

/* Parts a headline that a marker and a colon announce at the end of a paragraph from it. Of pages without a stated title. Linear. */
isnad_status page_part_promos(isnad_page *page, isnad_arena *arena, isnad_err *err);

#endif
