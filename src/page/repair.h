/* Captured bytes as valid UTF-8. */
#ifndef ISNAD_PAGE_REPAIR_H
#define ISNAD_PAGE_REPAIR_H

#include "isnad/page.h"

/* `text` is `bytes` themselves when nothing had to be repaired, else a copy in the arena: every maximal ill-formed part (Unicode 15, 3.9,
 * table 3-8) becomes U+FFFD, a NUL a space, a leading byte order mark is dropped; all are counted.
 * Returns ISNAD_OK, ISNAD_LIMIT (4 GiB and more, or the arena's), ISNAD_NO_MEMORY, ISNAD_BAD_INPUT (binary, UTF-16, or mostly not UTF-8). */
isnad_status page_repair(isnad_slice *text, isnad_repairs *repairs, isnad_arena *arena, isnad_slice bytes, isnad_err *err);

/* Whether the bytes hold more control characters than any text does. */
bool page_is_binary(isnad_slice bytes);

/* How many bytes the ill-formed part takes that `bytes` begin with (which are not empty and not valid at their begin). */
size_t page_ill_formed_length(isnad_slice bytes);

/* The length of the valid UTF-8 that `bytes` begin with. */
size_t page_valid_length(isnad_slice bytes);

#endif
