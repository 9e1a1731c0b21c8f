/* The names by which pages state things for machines. */
#ifndef ISNAD_PAGE_META_NAMES_H
#define ISNAD_PAGE_META_NAMES_H

#include "isnad/page.h"

typedef struct meta_name {
  const char *name; /* lower case */
  isnad_meta_kind kind;
  isnad_meta_source source;
} meta_name;

/* The row of a name of meta elements, and of a property of microdata, whatever the case of their letters; NULL: there is none. */
const meta_name *meta_name_of(isnad_slice name);
const meta_name *meta_item_of(isnad_slice name);

/* Whether it is the word `lower`, whatever the case of its letters. */
bool meta_is_word(isnad_slice a, const char *lower);

#endif
