/* What the writers of one record share: put.c, put_said.c for sources and statements, put_claims.c for what the claim stage prepared. */
#ifndef ISNAD_STORE_PUT_H
#define ISNAD_STORE_PUT_H

#include "isnad/article.h"
#include "store/sql.h"

/* "outlets.tsv:17", or the name of a rule of structure, in the caller's room: the statement runs before it goes. */
enum { STORE_RULE_ROOM = 96 };
isnad_slice store_rule_text(char room[STORE_RULE_ROOM], isnad_rule rule);

/* Binds begin and end at `at` and behind it. */
void store_bind_span(sqlite3_stmt *statement, int at, isnad_span span);

/* The sources that an article cites. */
isnad_status store_put_citations(isnad_store *store, const isnad_article *a, int64_t article, isnad_err *err);

/* Its statements; `prepared`: what the claim stage prepared of each, NULL: nothing. */
isnad_status store_put_quotes(isnad_store *store, const isnad_article *a, const isnad_prepared_quote *prepared, int64_t article, isnad_err *err);

/* The words of an article. */
isnad_status store_put_search(isnad_store *store, const isnad_prepared_search *prepared, int64_t article, isnad_err *err);

/* The figures of an article, and what it tells of names. */
isnad_status store_put_claims(isnad_store *store, const isnad_article *a, const isnad_prepared_article *prepared, int64_t article, isnad_err *err);

#endif
