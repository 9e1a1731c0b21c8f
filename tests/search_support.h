/* What the tests of the search share: a store of the documents written for it, and questions to it. */
#ifndef ISNAD_TESTS_SEARCH_SUPPORT_H
#define ISNAD_TESTS_SEARCH_SUPPORT_H

#include "case_table.h"
#include "store_support.h"

#include "isnad/search.h"

enum { SEARCH_NOW = 1709985600 }; /* 2024-03-09T12:00:00Z */

static inline isnad_store *search_store(const char *path, const char *documents) {
  isnad_store *store = open_store(path, ISNAD_STORE_WRITE);
  isnad_run run = {.threads = 1};
  isnad_added added;
  isnad_err err = {0};
  if (isnad_add(&added, store, &documents, 1, &run, NULL, &err) != ISNAD_OK) fail_msg("%s: %s", documents, err.message);
  assert_true(added.fresh > 0);
  return store;
}

static inline isnad_search *open_search(isnad_store *store) {
  isnad_search *search = NULL;
  isnad_err err = {0};
  if (isnad_search_open(&search, store, &err) != ISNAD_OK) fail_msg("%s", err.message);
  return search;
}

static inline isnad_status ask(isnad_search_page *page, isnad_arena *arena, isnad_search *search, isnad_slice query, isnad_err *err) {
  isnad_search_options options = {.now = SEARCH_NOW, .limit = 200};
  return isnad_search_run(page, arena, search, query, &options, err);
}

/* Whether the answer holds a document, as a hit or (when `copies`) under one. */
static inline bool holds_document(const isnad_search_page *page, isnad_slice label, bool copies) {
  for (size_t i = 0; i < page->count; i++) {
    if (isnad_slice_equal(page->hits[i].report.label, label)) return true;
    for (size_t c = 0; copies && c < page->hits[i].copy_count; c++)
      if (isnad_slice_equal(page->hits[i].copies[c].label, label)) return true;
  }
  return false;
}

#endif
