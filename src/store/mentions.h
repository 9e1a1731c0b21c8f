/* The mentions of names in one article, packed into packed.names. A row each would be the most numerous of the store by far - 26 an article - and
 * they are only ever read an article at a time. The table-valued function isnad_names(packed.names) unpacks them for SQL; the view `name` is made of
 * it, and isnad.so brings it to other programs.
 *
 * Packed are, as numbers of seven bits a byte: how many different texts there are, each with its length; how many mentions; of each its type, its
 * form and whether an office stands beside it in one byte, begin and length, the texts of entity, canonical and rule, of a name its words; begin and
 * length of the office, and its words. With the words at hand the stage that sums bearers needs no page.
 */
#ifndef ISNAD_STORE_MENTIONS_H
#define ISNAD_STORE_MENTIONS_H

#include "isnad/article.h"
#include "isnad/note.h"

typedef struct store_mention {
  isnad_span span, role; /* role: the words of the office beside it; {0,0}: none */
  isnad_name_type type;
  isnad_name_form form;
  isnad_slice entity, canonical, rule; /* rule: as text, "people.tsv:17" */
  isnad_slice words, role_words;       /* of a name and its office, as they stand on the page */
} store_mention;

/* Returns ISNAD_OK, ISNAD_NO_MEMORY or ISNAD_LIMIT. The bytes lie in the arena. */
isnad_status mentions_pack(isnad_slice *out, isnad_arena *arena, isnad_slice page_text, const isnad_article *article, isnad_err *err);

typedef struct mentions {
  const unsigned char *at, *end;
  isnad_slice *texts;              /* they point into the packed bytes */
  size_t text_count, count, place; /* place: of the mention that mentions_next gives next */
} mentions;

/* Reads the head of packed mentions, which must outlive them. Returns ISNAD_OK, ISNAD_STORE when the bytes are damaged, ISNAD_NO_MEMORY. */
isnad_status mentions_open(mentions *out, isnad_arena *arena, isnad_slice packed, isnad_err *err);

/* Returns ISNAD_OK, ISNAD_END behind the last, ISNAD_STORE when the bytes are damaged. */
isnad_status mentions_next(store_mention *out, mentions *from, isnad_err *err);

#endif
