/* The lines of isnad_view_who: each for people and for programs. */
#ifndef ISNAD_VIEW_WHO_LINES_H
#define ISNAD_VIEW_WHO_LINES_H

#include "entity/entity.h"
#include "store/articles.h"
#include "store/quotes.h"
#include "store/stories.h"
#include "view/sheet.h"

/* How much is known of a bearer. */
typedef struct who_counts {
  size_t spellings, roles, stories, statements;
} who_counts;

isnad_status who_head(sheet *s, const entity_card *card, const who_counts *counts);
isnad_status who_country(sheet *s, uint32_t row); /* of data/places.tsv, in which a place lies */
isnad_status who_more(sheet *s, size_t count);    /* so many lines of a kind are left out */
isnad_status who_spelling(sheet *s, const entity_words *words);
isnad_status who_office(sheet *s, const entity_office *office); /* by the table */
isnad_status who_role(sheet *s, const entity_words *words);     /* by the articles */
isnad_status who_story(sheet *s, const store_story *story, uint64_t naming);
isnad_status who_article(sheet *s, const store_article *article, uint64_t mentions);
isnad_status who_statement(sheet *s, const store_quote *quote);
isnad_status who_other(sheet *s, const entity_card *card);      /* another bearer of the name */
isnad_status who_holder(sheet *s, const entity_office *office); /* who held the office that was asked for */

#endif
