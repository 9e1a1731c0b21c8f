/* What a shared passage makes of two texts. */
#ifndef ISNAD_REUSE_KIND_H
#define ISNAD_REUSE_KIND_H

#include "reuse/judge.h"

/* What two texts that share passages are to one another; `one_page` when they are two captures of one article of one address.
 *   "headline"  what is shared is a headline and no more: of a list, of a link to further reading
 *   "edition"   the same page at another time
 *   "exact"     the same text
 *   "near"      nearly the same, both ways
 *   "shortened" one lies all but whole in the other and begins as it does: its shortening, or what was carried on
 *   "embedded"  one lies all but whole inside the other, which has a beginning of its own
 *   "quote"     only the words of a speaker
 *   "part"      a running passage, each has much else
 * Which of the two lies in the other is told by the containments. Constant. */
const char *reuse_kind(const reuse_verdict *verdict, const reuse_text *a, const reuse_text *b, bool one_page);

#endif
