/* JSON as sites write it, which often is none: raw line breaks and false escapes in strings, quotation marks that nobody escaped, commas too many or
 * too few, comments around it. (What we wrote ourselves is read by base/json_reader.h.) */
#ifndef ISNAD_PAGE_LOOSE_JSON_H
#define ISNAD_PAGE_LOOSE_JSON_H

#include "isnad/base.h"

typedef struct loose_json {
  isnad_slice text;
  size_t at;
} loose_json;

typedef struct loose_string {
  isnad_slice raw; /* between the quotation marks, escapes unread */
  bool escaped;
} loose_string;

/* The next mark behind white space and commas, without passing it; NUL at the end. */
char loose_peek(loose_json *r);

/* Reads a string; false: there is none, or it has no end. */
bool loose_string_read(loose_json *r, loose_string *out);

/* Passes over a number, true, false, null, or anything else that is no mark; false: there is nothing such. */
bool loose_skip_word(loose_json *r);

/* Passes over a string, array or object by its brackets, however deep; false: it has no end. */
bool loose_skip_value(loose_json *r);

/* The characters of a string; false escapes stand for their character, control characters are blanks. In the arena when it had escapes. NULL bytes:
 * no memory. */
isnad_slice loose_unescaped(isnad_arena *arena, loose_string s);

#endif
