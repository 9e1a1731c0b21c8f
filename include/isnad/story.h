/* isnad/story.h - reports of one event gathered into stories.
 *
 * Reports are compared by weighted terms whose weights come from the shipped frequency table only, so that how much two reports resemble each
 * other does not depend on what else is in the store. Method, weights and reasons: docs/STORIES.md.
 */
#ifndef ISNAD_STORY_H
#define ISNAD_STORY_H

#include "isnad/article.h"
#include "isnad/reuse.h"
#include "isnad/store.h"

/* The terms of one article, packed as the store keeps them (article.terms). Pure; any number of threads may do it at once.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_story_terms(isnad_slice *packed, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                         isnad_err *err);

/* Takes `fresh` (row ids: articles that are new, or whose passages came or went) into the stories, inside the batch that the caller opened, and
 * hands out in `touched` (in the arena) every article whose story, whose co-members or whose taught day may have changed, `fresh` among them.
 * What is in the tables afterwards is a function of the set of articles, not of order, batches or threads.
 * Returns ISNAD_OK, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY; after a failure the batch can only be rolled back. */
ISNAD_API isnad_status isnad_story_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const isnad_ids *fresh, unsigned threads,
                                         isnad_err *err);

/* Finds the threads of all stories anew, after isnad_story_weave and inside its batch. A function of the set. Linear in the stories but for sorting.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
ISNAD_API isnad_status isnad_story_threads(isnad_store *store, isnad_err *err);

#endif
