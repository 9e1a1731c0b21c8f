/* Is a short run of words the name of a person? Told by the tables of given and family names alone: this stage reads no text. */
#ifndef ISNAD_PAGE_PERSON_H
#define ISNAD_PAGE_PERSON_H

#include "isnad/arabic.h"

typedef enum person_trust {
  PERSON_NONE,
  PERSON_LIKELY, /* where a line says so by its shape: behind a place, a label, a paper */
  PERSON_SURE    /* on a line of its own */
} person_trust;

/* Tokens [first, last): one name, or several that commas or «and» join, with titles and initials. At most 16 words are read. */
person_trust page_person(const isnad_tokens *tokens, size_t first, size_t last);

#endif
