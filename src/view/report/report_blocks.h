/* The blocks of a report as they are added, and its parts (report_doc.c, report_claims.c, report_quotes.c, report_chain.c). All return false when
 * memory is short. */
#ifndef ISNAD_VIEW_REPORT_BLOCKS_H
#define ISNAD_VIEW_REPORT_BLOCKS_H

#include "view/report/report_doc.h"

/* A block with these words in its cells. */
bool block_add(report *r, block_kind kind, isnad_slice a, isnad_slice b, isnad_slice c);

/* The same with a time and a depth. */
bool block_add_dated(report *r, block_kind kind, uint32_t depth, isnad_interval when, isnad_slice outlet, isnad_slice words, isnad_slice note);

bool block_heading(report *r, const char *id);

/* Nothing when there are no words. */
bool block_fact(report *r, const char *id, isnad_slice words);

/* What follows, up to block_unfold, is shown when it is asked for. */
bool block_fold(report *r, isnad_slice words);
bool block_unfold(report *r);

/* A word of the frame; NULL, 0. */
isnad_slice report_word(const report *r, const char *id);
extern const isnad_slice report_nothing;

isnad_slice report_title_of(report *r, const store_article *a);
isnad_slice report_outlet_of(const store_article *a);

/* Agreed claims, those told differently, days and offices, what was told once, who said what. */
bool report_write_claims(report *r);
bool report_write_quotes(report *r);

/* The chain as a tree; the outlets, and what each took over. */
bool report_write_past(report *r);
bool report_write_chain(report *r);

/* Who told a report of the chain, and what it puts right in an earlier one. */
bool report_write_told(report *r, const forest_item *item);
bool report_write_outlets(report *r);

#endif
