/* What the files that print records share. */
#ifndef ISNAD_RECORD_PRINT_H
#define ISNAD_RECORD_PRINT_H

#include "base/json_writer.h"
#include "isnad/record.h"

/* The key "rule": "outlets.tsv:17", or the name of a rule of structure. */
void print_rule(json_writer *w, isnad_rule rule);

/* The keys times, figures, names, quotes and sources of an article. */
void print_notes(json_writer *w, const isnad_page *page, const isnad_article *article);

#endif
