/* JSON that the store holds, as a tree in an arena. Scalars keep their text; strings are unescaped. */
#ifndef ISNAD_VIEW_TREE_H
#define ISNAD_VIEW_TREE_H

#include "base/json_reader.h"

typedef struct tree {
  json_kind kind;
  isnad_slice key;  /* inside an object */
  isnad_slice text; /* of a string or number */
  isnad_slice raw;  /* the value as it stands in the JSON */
  struct tree *first, *next;
} tree;

/* NULL when it is not JSON, is deeper than the reader goes, or the arena is full. */
const tree *tree_read(isnad_arena *arena, isnad_slice json);

/* The same without the members of objects, at any depth, whose keys are not among `keys` (ended by NULL): a record is long, and most readers want
 * little of it. */
const tree *tree_read_only(isnad_arena *arena, isnad_slice json, const char *const *keys);

/* The member of an object, or the item of an array; NULL when there is none, or no tree. */
const tree *tree_get(const tree *t, const char *key);
const tree *tree_item(const tree *t, size_t index);

/* How many items an array has, or members an object; 0 for no tree. */
size_t tree_count(const tree *t);

/* The string or number at a key; empty when there is none. */
isnad_slice tree_text(const tree *t, const char *key);

/* [begin,end]: an array itself, and at a key. */
bool tree_pair(isnad_span *out, const tree *span);
bool tree_span(isnad_span *out, const tree *t, const char *key);

bool tree_number(double *out, const tree *t, const char *key);

/* The value of a number itself, as an item of an array is. */
bool tree_value(double *out, const tree *number);

#endif
