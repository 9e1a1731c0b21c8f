/* isnad/note.h - what an article says: times, figures, names with their roles, quotes with their speakers, cited sources.
 */
#ifndef ISNAD_NOTE_H
#define ISNAD_NOTE_H

#include "isnad/article.h"
#include "isnad/stamp.h"

/* What a report says it has something from. */
typedef enum isnad_source_kind {
  ISNAD_SOURCE_AGENCY,    /* a news agency */
  ISNAD_SOURCE_OUTLET,    /* another medium */
  ISNAD_SOURCE_OFFICIAL,  /* a person or body that speaks */
  ISNAD_SOURCE_DOCUMENT,  /* a statement, decree, study, letter: something written */
  ISNAD_SOURCE_SOCIAL,    /* a platform, or an account on it */
  ISNAD_SOURCE_FOOTAGE,   /* pictures, a recording */
  ISNAD_SOURCE_ANONYMOUS, /* sources without a name, witnesses */
  ISNAD_SOURCE_CREDIT     /* a line that credits a text or picture without a sentence */
} isnad_source_kind;

typedef enum isnad_scope { ISNAD_SCOPE_ARTICLE, ISNAD_SCOPE_PARAGRAPH, ISNAD_SCOPE_SENTENCE, ISNAD_SCOPE_CLAUSE } isnad_scope;

/* One citation: "according to the site X". `span` is the whole phrase with its trigger, `named.span` the source's name in it. */
struct isnad_source_note {
  isnad_span span;
  isnad_named named; /* rule: what fired */
  isnad_source_kind kind;
  isnad_scope scope;
  isnad_named via; /* the platform on which the source said it; empty: none */
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

/* A name itself, or a noun phrase that means its bearer ("the Russian president", "his guest"). */
typedef enum isnad_name_form { ISNAD_FORM_NAME, ISNAD_FORM_NOMINAL } isnad_name_form;

/* One mention of a name, proclitics left out of the span. */
struct isnad_name_note {
  isnad_span span; /* with the noun and the marks around it that only say what it is (the film «X»): the phrase as it stands in the sentence */
  isnad_span bare; /* the name alone; what is told */
  isnad_name_type type;
  isnad_name_form form;
  isnad_slice entity; /* id of the table's row, or one made for this article ("@3"): equal ids are one entity */
  isnad_slice canonical;
  isnad_span role; /* the words of the office that stand with it; {0,0}: none */
  isnad_rule rule;
};

/* --- times --- */

/* One time expression, resolved against the article's publication interval. A bound that is not known or open is absent. */
struct isnad_time_note {
  isnad_span span;
  isnad_time_kind kind;
  isnad_grain grain;
  bool has_from, has_to;
  isnad_interval when;      /* half-open; only the bounds that are there count */
  bool weekday_contradicts; /* the weekday written with a date is not that date's */
  bool hijri;               /* read by the Umm al-Qura calendar */
  uint8_t give_or_take;     /* days: 1 where the two published tables of that calendar differ */
  isnad_rule rule;
};

/* --- figures --- */

typedef enum isnad_qualifier {
  ISNAD_EXACT,
  ISNAD_APPROX,
  ISNAD_AT_LEAST,
  ISNAD_AT_MOST,
  ISNAD_MORE_THAN,
  ISNAD_LESS_THAN,
  ISNAD_RANGE
} isnad_qualifier;

typedef enum isnad_figure_kind {
  ISNAD_FIGURE_CARDINAL,
  ISNAD_FIGURE_ORDINAL,
  ISNAD_FIGURE_PERCENT,
  ISNAD_FIGURE_MONEY,
  ISNAD_FIGURE_MEASURE,
  ISNAD_FIGURE_DURATION,
  ISNAD_FIGURE_AGE,
  ISNAD_FIGURE_SCORE,
  ISNAD_FIGURE_FRACTION
} isnad_figure_kind;

/* Whether the parts of an enumeration add up to the total that the text states. */
typedef enum isnad_sum { ISNAD_SUM_NONE, ISNAD_SUM_AGREES, ISNAD_SUM_DIFFERS } isnad_sum;

/* One number with what it counts. */
struct isnad_figure_note {
  isnad_span span;   /* the number with its qualifier's noun: number and counted thing */
  isnad_span number; /* the numeral alone, without proclitics */
  isnad_figure_kind kind;
  isnad_qualifier qualifier;
  bool has_min, has_max;
  double min, max;   /* both for an exact or approximate number; one for a bound; both ends of a range */
  isnad_slice unit;  /* what is counted or measured, as a word: the noun in the text, or the unit's name of its table */
  isnad_slice thing; /* the whole phrase of the counted noun; empty when the unit says all */
  uint32_t times;    /* the number holds for each of so many places that follow it; 1 else */
  uint32_t group;    /* figures of one enumeration share it; 0: none */
  isnad_sum sum;     /* on the total of a group */
  double differs_by; /* parts minus total, when sum differs */
  int32_t claimant;  /* index of the name that states it; -1: not known */
  isnad_rule rule;
};

/* --- quotes --- */

typedef enum isnad_quote_mode { ISNAD_QUOTE_DIRECT, ISNAD_QUOTE_FRAGMENT, ISNAD_QUOTE_INDIRECT } isnad_quote_mode;

/* One statement and who made it. */
struct isnad_quote_note {
  isnad_span span; /* without its quotation marks */
  isnad_quote_mode mode;
  isnad_span verb; /* the reporting verb or noun, proclitics left out; {0,0}: none */
  isnad_slice entity;
  isnad_slice canonical; /* of the speaker; empty: not known */
  isnad_slice full;      /* his name as the article writes it, where that has more words than `canonical`; empty else */
  isnad_span speaker;    /* the mention that names him, which may stand in an earlier sentence */
  bool implicit;         /* the verb has no subject of its own */
  bool anonymous;        /* "a source", "an official who would not be named" */
  isnad_span addressee;  /* to whom, where stated */
  int32_t via;           /* index of the source that carries it; -1: none */
  isnad_rule rule;
};

/* Fills times, figures, names, quotes and sources of one article from its headline and body. Spans are in page order and inside the article.
 * Relative times are told from article->published; without it they have no interval.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_note_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, isnad_err *err);

/* The names that the record prints. Constant, never NULL. */
ISNAD_API const char *isnad_source_kind_name(isnad_source_kind kind);
ISNAD_API const char *isnad_scope_name(isnad_scope scope);
ISNAD_API const char *isnad_name_type_name(isnad_name_type type);
ISNAD_API const char *isnad_time_kind_name(isnad_time_kind kind);
ISNAD_API const char *isnad_grain_name(isnad_grain grain);
ISNAD_API const char *isnad_qualifier_name(isnad_qualifier qualifier);
ISNAD_API const char *isnad_figure_kind_name(isnad_figure_kind kind);
ISNAD_API const char *isnad_quote_mode_name(isnad_quote_mode mode);

#endif
