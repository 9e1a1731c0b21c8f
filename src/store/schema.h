/* The tables of schema 1. Integer keys are private to a file (they depend on the order of adding); whatever is printed is ordered and named by
 * article.name and story.id, which depend only on the captures. Times are seconds since 1970; intervals are half-open; NULL means unknown. */
#ifndef ISNAD_STORE_SCHEMA_H
#define ISNAD_STORE_SCHEMA_H

extern const char *const store_schema[]; /* SQL statements; NULL ends the list */

#endif
