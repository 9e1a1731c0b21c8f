#include "view/labels.h"

#include "tables.h"

#include <string.h>

static isnad_slice word_of(const isnad_view *view, const isnad_claim_labels_row *row) { return isnad_slice_of(view->english ? row->en : row->ar); }

isnad_slice label_of(const isnad_view *view, const char *prefix, isnad_slice key) {
  size_t begin = strlen(prefix);
  for (size_t i = 0; i < isnad_claim_labels_count; i++) {
    const isnad_claim_labels_row *row = &isnad_claim_labels_rows[i];
    if (key.length == 0 || strncmp(row->id, prefix, begin) != 0 || row->id[begin] != key.bytes[0]) continue;
    if (isnad_slice_equal(isnad_slice_of(row->id + begin), key)) return word_of(view, row);
  }
  return key;
}

isnad_slice label_word(const isnad_view *view, const char *id) { return label_of(view, "", isnad_slice_of(id)); }
