/* isnad/note.h - what an article says: cited sources and names (times, figures, roles and quotes follow in issues of their own).
 */
#ifndef ISNAD_NOTE_H
#define ISNAD_NOTE_H

#include "isnad/article.h"

typedef enum isnad_source_kind {
  ISNAD_SOURCE_AGENCY,
  ISNAD_SOURCE_OUTLET,
  ISNAD_SOURCE_OFFICIAL,
  ISNAD_SOURCE_DOCUMENT,
  ISNAD_SOURCE_SOCIAL,
  ISNAD_SOURCE_FOOTAGE,
  ISNAD_SOURCE_ANONYMOUS,
  ISNAD_SOURCE_CREDIT
} isnad_source_kind;

typedef enum isnad_scope { ISNAD_SCOPE_ARTICLE, ISNAD_SCOPE_PARAGRAPH, ISNAD_SCOPE_SENTENCE, ISNAD_SCOPE_CLAUSE } isnad_scope;

/* One citation: "according to the site X". `span` is the whole phrase with its trigger, `named.span` the source's name in it. */
struct isnad_source_note {
  isnad_span span;
  isnad_named named; /* rule: what fired */
  isnad_source_kind kind;
  isnad_scope scope;
};

typedef enum isnad_name_type {
  ISNAD_NAME_PERSON,
  ISNAD_NAME_PLACE,
  ISNAD_NAME_ORGANIZATION,
  ISNAD_NAME_OUTLET,
  ISNAD_NAME_FACILITY,
  ISNAD_NAME_PRODUCT,
  ISNAD_NAME_EVENT
} isnad_name_type;

/* One mention of a name, proclitics left out of the span. */
struct isnad_name_note {
  isnad_span span;
  isnad_name_type type;
  isnad_slice entity; /* id of the table's row */
  isnad_slice canonical;
  isnad_rule rule;
};

/* Fills `sources` and `names` of one article from its headline and body. Spans are in page order and inside the article.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_note_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, isnad_err *err);

ISNAD_API const char *isnad_source_kind_name(isnad_source_kind kind);
ISNAD_API const char *isnad_scope_name(isnad_scope scope);
ISNAD_API const char *isnad_name_type_name(isnad_name_type type);

#endif
