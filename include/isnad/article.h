/* isnad/article.h - the articles on a page: which parts are whose, and what the page says of each (headline, outlet, byline, origin, date).
 */
#ifndef ISNAD_ARTICLE_H
#define ISNAD_ARTICLE_H

#include "isnad/page.h"

typedef enum isnad_article_role { ISNAD_ROLE_LEAD, ISNAD_ROLE_EMBEDDED, ISNAD_ROLE_HEADLINE } isnad_article_role;

/* Evidence: the data row that fired. Printed as "outlets.tsv:17"; a rule of structure has a name instead ("first-line"). */
typedef struct isnad_rule {
  const char *name; /* constant; NULL: the row */
  isnad_table table;
  uint32_t row;
} isnad_rule;

/* A named medium, as read off a page. `id` and `name` are from data/outlets.tsv when the row is known; else id is empty and name is the text. */
typedef struct isnad_named {
  isnad_slice id;
  isnad_slice name;
  isnad_span span; /* {0,0} when it came with the capture (JSONL outlet, url) and not from the page */
  isnad_rule rule;
} isnad_named;

/* What a date rests on. */
typedef enum isnad_basis {
  ISNAD_BASIS_META,     /* what the page states of itself in its markup, or the item it came in */
  ISNAD_BASIS_DATELINE, /* a written date */
  ISNAD_BASIS_RELATIVE, /* words counted from another time: "two hours ago" */
  ISNAD_BASIS_URL,      /* the address */
  ISNAD_BASIS_STORY,    /* the other reports of its story */
  ISNAD_BASIS_CAPTURE   /* the time at which the page was taken */
} isnad_basis;

/* When it was published: a half-open interval, as narrow as the evidence. Absent when `when` is {0, 0}. */
typedef struct isnad_published {
  isnad_interval when;
  isnad_basis basis;
  isnad_span span;
  isnad_rule rule;
  isnad_span raw;  /* of a statement of an HTML page that it does not show: in the captured bytes */
  bool has_offset; /* an instant that was stated with, or converted to, a local time */
  int32_t offset;  /* of that local time, in seconds east of UTC */
  uint8_t weekday; /* 1-7 (Monday first) when the text says on which weekday it was written ("today, Wednesday") and no date is known; else 0 */
} isnad_published;

/* What an HTML page states of an article, as text. */
typedef struct isnad_stated {
  isnad_slice text; /* empty: nothing is stated */
  isnad_span span;  /* in the page's text; {0,0} when the page does not show it */
  isnad_span raw;   /* else in the captured bytes */
  isnad_rule rule;
} isnad_stated;

typedef struct isnad_source_note isnad_source_note; /* note.h */
typedef struct isnad_name_note isnad_name_note;     /* note.h */
typedef struct isnad_time_note isnad_time_note;     /* note.h */
typedef struct isnad_figure_note isnad_figure_note; /* note.h */
typedef struct isnad_quote_note isnad_quote_note;   /* note.h */

typedef struct isnad_article {
  char id[24];        /* "a" + 16 hex digits, NUL-terminated */
  uint64_t body_hash; /* of the folded word and number tokens of the body; of the headline when there is no body */
  isnad_article_role role;
  uint32_t place;      /* its index on the page */
  isnad_span headline; /* {0,0}: the page has none */
  const isnad_span *body;
  size_t body_count;
  uint32_t first_part, last_part; /* [first, last) of the page's parts: all of its parts lie there, among others' perhaps; 0, 0: anywhere */
  isnad_named outlet;
  isnad_named byline;
  isnad_named origin;
  isnad_published published;
  isnad_published updated;            /* HTML: later than published */
  const isnad_published *other_dates; /* HTML: stated for the publication, too, on other days; most trusted first */
  size_t other_date_count;
  const isnad_stated *authors; /* HTML: persons, and bodies other than the outlet, each once */
  size_t author_count;
  isnad_stated title;         /* HTML: as it is stated for machines; the headline is what the page shows */
  isnad_stated section;       /* HTML */
  isnad_stated image;         /* HTML: an address */
  const isnad_span *keywords; /* folded spellings merged: the first spelling stays */
  size_t keyword_count;
  const isnad_source_note *sources; /* filled by the note stage */
  size_t source_count;
  const isnad_name_note *names;
  size_t name_count;
  const isnad_time_note *times;
  size_t time_count;
  const isnad_figure_note *figures;
  size_t figure_count;
  const isnad_quote_note *quotes;
  size_t quote_count;
} isnad_article;

/* Tells the articles on a page apart, sets `article` of its parts and reads what the page states about each.
 * Lead first, then embedded ones, then bare headlines, each in page order. Linear in the parts.
 * An embedded article has the outlet, and the day of the issue, that the page tells once over its lead, unless it stands under "read also" or the
 * page brings copies; it never inherits a byline. Stamps inside promos belong to the promo. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_articles_find(isnad_article **out, size_t *count, isnad_arena *arena, isnad_page *page, const isnad_capture *capture,
                                           isnad_err *err);

/* The names that the record prints. Constant, never NULL. */
ISNAD_API const char *isnad_article_role_name(isnad_article_role role);
ISNAD_API const char *isnad_basis_name(isnad_basis basis);

#endif
